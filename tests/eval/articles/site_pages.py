# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages in the ways of one kind of site each, in the language where such sites are common.

Each function gives a page and the blocks of text that a person would call its story.
"""

import html
import json


def esc(text):
    return html.escape(text, quote=True)


def list_items(story, times=1):
    return ''.join(f'<li><a href="/n/{i}">{esc(text)}</a></li>' for i, text in enumerate(story['teasers'] * times))


def menu(story):
    return ''.join(f'<a href="/{key}">{esc(story["words"][key])}</a>' for key in ('home', 'politics', 'sport'))


def mixed(story, between):
    """The paragraphs, with what `between` has behind the one of its number."""
    return '\n'.join(f'<p>{esc(p)}</p>{between.get(i, "")}' for i, p in enumerate(story['p']))


def script_shell(story):
    """A site built by a script, saved before it ran: menus and a placeholder show, the story is in the data alone."""
    words = story['words']
    linked = {'@context': 'http://schema.org', '@type': 'ReportageNewsArticle', 'headline': story['title'],
              'datePublished': story['date'] + 'T05:00:00.000Z', 'author': {'@type': 'Person', 'name': story['author']},
              'publisher': {'@type': 'Organization', 'name': story['site']},
              'articleBody': ' '.join([story['deck'], *story['p']])}
    data = {'props': {'pageProps': {'slug': 'pier', 'blocks': [{'type': 'text', 'id': i} for i in range(6)]}}, 'page': '/[slug]'}
    return f'''<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>{esc(story['title'])} | {esc(story['site'])}</title>
<script type="application/ld+json">{json.dumps(linked)}</script></head><body><div id="__next"><div class="Layout_root__x1"><header class="Header_bar__q9">
<a href="/">{esc(story['site'])}</a>{menu(story)}</header><div class="Skeleton_wrap__z0" aria-busy="true"><div class="Skeleton_line__z1"></div></div>
<footer class="Footer_wrap__p3"><p>{esc(words['newsletter'])}</p><a href="/i">{esc(words['imprint'])}</a></footer></div></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script></body></html>''', [story['title'], story['deck'], *story['p']]


def hosted_blog(story):
    """A free weblog: the title is an h3, paragraphs end with two line breaks, pictures stand in tables with a caption."""
    words = story['words']
    year, month, day = story['date'].split('-')
    caption = 'El muelle visto desde el faro, esta semana.'
    picture = f'''<table align="center" cellpadding="0" class="tr-caption-container"><tbody><tr><td><a href="p.jpg"><img src="p.jpg"/></a></td></tr>
<tr><td class="tr-caption" style="text-align: center;">{caption}</td></tr></tbody></table>'''
    text = f'{picture}<br />'.join('<br /><br />\n'.join(esc(p) for p in part) for part in (story['p'][:2], story['p'][2:]))
    archive = ''.join(f'<li class="archivedate"><a class="post-count-link" href="/{y}/">{y}</a> <span class="post-count">({y % 50})</span></li>' for y in range(2014, 2027))
    return f'''<!DOCTYPE html><html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<link href='http://faro.example/{year}/{month}/puerto.html' rel='canonical'/><title>{esc(story['site'])}: {esc(story['title'])}</title></head>
<body class='loading'><div class='navbar section' id='navbar'></div><div class='content'><div class='header section'><h1 class='title'><a href='/'>{esc(story['site'])}</a></h1>
<p class='description'><span>Apuntes desde el puerto, desde 2014</span></p></div><div class='main-outer'><div class='column-center-inner'><div class='main section' id='main'>
<div class='widget Blog'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>{esc(story['shown'])}</span></h2>
<div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>
<h3 class='post-title entry-title' itemprop='name'>{esc(story['title'])}</h3><div class='post-header'></div>
<div class='post-body entry-content' id='post-body-81' itemprop='description articleBody'>{text}<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Publicado por <span class='fn' itemprop='author'><span itemprop='name'>{esc(story['author'])}</span></span></span>
<span class='post-timestamp'>en <abbr class='published' itemprop='datePublished' title='{story['date']}T10:12:00+02:00'>10:12</abbr></span></div>
<div class='post-footer-line'><span class='post-labels'>Etiquetas: <a href='/l' rel='tag'>{esc(words['politics'])}</a></span></div></div></div></div></div>
<div class='comments' id='comments'><h4>2 comentarios:</h4><dl id='comments-block'>{''.join(f"<dt>Anónimo dijo...</dt><dd>{esc(text)}</dd>" for text in story['comments'])}</dl></div>
<div class='blog-pager'><a href='/n'>Entrada más reciente</a> <a href='/o'>Entrada antigua</a></div></div></div></div>
<div class='column-right-outer'><div class='sidebar section'><div class='widget BlogArchive'><h2>Archivo del blog</h2><ul>{archive}</ul></div>
<div class='widget PopularPosts'><h2>{esc(words['most'])}</h2><ul>{list_items(story)}</ul></div></div></div></div></div></body></html>''', [
        story['title'], *story['p'][:2], caption, *story['p'][2:]]


def content_system(story):
    """A content management system: fields in fields, the author and time in a line above, a view of others in the text."""
    words = story['words']
    view = f'''<div class="views-element-container"><div class="view view-related view-id-related"><div class="view-content">
{''.join(f'<div class="views-row"><div class="node node--type-article node--view-mode-teaser"><h2><a href="/node/{i}">{esc(text)}</a></h2></div></div>' for i, text in enumerate(story['teasers']))}</div></div></div>'''
    return f'''<!DOCTYPE html><html lang="it" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" /><title>{esc(story['title'])} | {esc(story['site'])}</title></head>
<body class="path-node page-node-type-article"><a href="#main-content" class="visually-hidden focusable">Salta al contenuto principale</a>
<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><div class="site-name"><a href="/">{esc(story['site'])}</a></div></div></header>
<div class="region region-primary-menu"><nav role="navigation">{menu(story)}</nav></div><div class="region region-breadcrumb"><ol><li><a href="/">Home</a></li><li>{esc(words['politics'])}</li></ol></div>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div class="block block-page-title-block">
<h1 class="page-title"><span class="field field--name-title field--type-string field--label-hidden">{esc(story['title'])}</span></h1></div>
<div class="block block-system-main-block"><article data-history-node-id="81" class="node node--type-article node--promoted node--view-mode-full">
<footer class="node__meta"><div class="node__submitted">Inviato da <span class="field field--name-uid"><a title="Profilo" href="/user/4" class="username">{esc(story['author'])}</a></span>
il <span class="field field--name-created">{esc(story['shown'])} - 10:12</span></div></footer>
<div class="node__content"><div class="field field--name-field-sommario field--type-text-long field--label-hidden field__item"><p>{esc(story['deck'])}</p></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{mixed(story, {2: view})}</div>
<div class="field field--name-field-tags field--type-entity-reference field--label-above"><h3 class="field__label inline">Tag</h3><ul class="links field__items"><li><a href="/t/1">{esc(words['politics'])}</a></li></ul></div></div></article></div>
<div class="block block-views"><h2>{esc(words['most'])}</h2><ul>{list_items(story)}</ul></div></div></div></main><footer role="contentinfo"><p>© {esc(story['site'])}</p></footer></div></div></body></html>''', [
        story['title'], story['deck'], *story['p']]


def letter_site(story):
    """A platform of newsletters: a box to subscribe within the text and below it, buttons, a note at the foot."""
    words = story['words']
    note = 'The author crossed the causeway herself, at low tide.'
    box = f'''<div class="subscription-widget-wrap-editor" data-component-name="SubscribeWidgetToDOM"><div class="subscription-widget show-subscribe"><div class="preamble">
<p class="cta-caption">{esc(words['newsletter'])}</p></div><form class="subscription-widget-subscribe"><input type="email" placeholder="Type your email…"><input type="submit" value="Subscribe"></form></div></div>'''
    button = '<p class="button-wrapper" data-component-name="ButtonCreateButton"><a class="button primary" href="/s"><span>Share this post</span></a></p>'
    body = ''.join(f'<p><span>{esc(p)}</span>{"<a class=footnote-anchor href=#f1 id=a1>1</a>" if i == 2 else ""}</p>{ {0: box, 3: button}.get(i, "")}' for i, p in enumerate(story['p']))
    return f'''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8" /><title>{esc(story['title'])} - by {esc(story['author'])}</title>
<meta property="og:title" content="{esc(story['title'])}"><meta property="og:description" content="{esc(story['deck'])}"><meta name="author" content="{esc(story['author'])}">
<script type="application/ld+json">{json.dumps({'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': story['title'], 'datePublished': story['date'] + 'T05:01:01+00:00', 'isAccessibleForFree': True, 'author': [{'@type': 'Person', 'name': story['author']}], 'publisher': {'@type': 'Organization', 'name': story['site']}})}</script></head>
<body class="reader-nav-page"><div id="entry"><div id="main" class="main typography use-theme-bg"><div class="main-menu animated"><div class="topbar"><a href="/">{esc(story['site'])}</a><button class="pencraft button">Subscribe</button><button>Sign in</button></div></div>
<div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div role="region" aria-label="Post header" class="pencraft post-header">
<h1 dir="auto" class="post-title published">{esc(story['title'])}</h1><h3 dir="auto" class="subtitle">{esc(story['deck'])}</h3><div class="byline-wrapper"><div class="profile-hover"><a href="/@jo">{esc(story['author'])}</a></div><div class="pencraft meta">Mar 03, 2026</div></div>
<div class="post-ufi"><a class="like-button"><div class="label">24</div></a><a class="post-ufi-comment-button"><div class="label">2</div></a><div class="label">Share</div></div></div>
<div class="available-content"><div dir="auto" class="body markup">{body}{box}<div class="footnote" data-component-name="FootnoteToDOM"><a id="f1" href="#a1" class="footnote-number">1</a><div class="footnote-content"><p>{note}</p></div></div></div></div>
<div class="post-footer"><div class="post-ufi"><span>Share</span></div></div></article></div></div>
<div id="discussion" class="container comments-page"><h4>Discussion about this post</h4>{''.join(f'<div class="comment"><div class="comment-body"><p>{esc(text)}</p></div></div>' for text in story['comments'])}</div>
<div class="container"><h4>Ready for more?</h4></div></div></div><div class="footer-wrap publication-footer">© 2026 {esc(story['author'])}</div></div></body></html>''', [
        story['title'], story['deck'], *story['p'], note]


def writing_platform(story):
    """A platform of stories: a bar with claps above and below, minutes of reading, others by the author at the end."""
    words = story['words']
    bar = '<div class="pw-multi-vote-icon"><button>128</button></div><div><button aria-label="responses"><span class="pw-responses-count">2</span></button></div><div><button>Share</button></div>'
    caption = 'Foto: arquivo da autora'
    figure = f'<figure class="paragraph-image"><div role="button"><picture><img src="x.jpg"/></picture></div><figcaption>{caption}</figcaption></figure>'
    body = ''.join(f'<p id="a{i}b" class="pw-post-body-paragraph mk ml fr mm">{esc(p)}</p>{figure if i == 1 else ""}' for i, p in enumerate(story['p']))
    return f'''<!doctype html><html lang="pt"><head><title>{esc(story['title'])} | by {esc(story['author'])} | {esc(story['site'])} | Medium</title><meta charset="utf-8"/>
<meta property="og:title" content="{esc(story['title'])}"/><meta property="article:published_time" content="{story['date']}T09:01:26.302Z"/><meta name="author" content="{esc(story['author'])}"/></head>
<body><div id="root"><div class="a b c"><div class="d e f"><div class="fixed"><div><a href="/">Open in app</a><a href="/u">Sign up</a><a href="/s">Sign in</a></div></div>
<div class="ca cb"><article><div class="l"><section><div><div class="fn fo"><h1 id="d1" class="pw-post-title gq gr" data-testid="storyTitle">{esc(story['title'])}</h1><h2 class="pw-subtitle-paragraph hp">{esc(story['deck'])}</h2>
<div class="speechify-ignore ab cp"><div><a href="/@r"><img alt="{esc(story['author'])}" src="a.jpg"/></a><div><a data-testid="authorName" href="/@r">{esc(story['author'])}</a> <button>Follow</button></div><span data-testid="storyReadTime">5 min read</span><span data-testid="storyPublishDate">Jun 2, 2026</span></div>{bar}</div>{body}</div></div></section></div></article>
<div class="ab"><a href="/tag/1">{esc(words['politics'])}</a>{bar}</div><div class="author-foot"><h2>Written by {esc(story['author'])}</h2><p>{esc(story['author'])} {esc(words['bio'])}</p><button>Follow</button></div>
<div><h2>More from {esc(story['author'])}</h2>{''.join(f'<div><article data-testid="post-preview"><a href="/p/{i}"><h2>{esc(text)}</h2><h3>{esc(text)}, {esc(words["bio"])}</h3></a></article></div>' for i, text in enumerate(story['teasers'] * 2))}</div></div>
<div><a href="/h">Help</a><a href="/st">Status</a><a href="/ab">About</a></div></div></div></div></body></html>''', [
        story['title'], story['deck'], *story['p'][:2], caption, *story['p'][2:]]


def persian_agency(story):
    """An agency from right to left: number and time of the report above it, others to read within it, its end is marked."""
    words = story['words']
    box = f'<div class="inline-news-box"><p><strong>{esc(words["read"])}:</strong></p><ul>{list_items(story)}</ul></div>'
    return f'''<!DOCTYPE html><html lang="fa"><head><meta charset="utf-8"><title>{esc(story['title'])} - {esc(story['site'])}</title>
<meta name="dc.Date" content="{story['date']}"><meta property="og:site_name" content="{esc(story['site'])}"></head><body class="rtl" dir="rtl">
<div class="top_menu"><ul><li>{menu(story)}</li></ul></div><div class="container"><div class="row"><div class="col-md-24 news-content">
<div class="news_nav"><span class="news_id">کد خبر: ۱۲۳۴۵۶</span><span class="news_pdate">تاریخ انتشار: {esc(story['shown'])} - ۱۰:۱۲</span></div>
<h1 class="title">{esc(story['title'])}</h1><p class="introtext lead">{esc(story['deck'])}</p><div class="reporter">{esc(story['by'])} {esc(story['author'])}</div>
<div id="newsMainBody" class="body" itemprop="articleBody">{mixed(story, {1: box})}<p>انتهای پیام/</p></div>
<div class="tags_title">برچسب ها: <a href="/t">{esc(words['politics'])}</a></div><div class="share_bar">اشتراک گذاری: <a href="#">تلگرام</a> <a href="#">ایکس</a></div>
<div class="comments"><h3>{esc(words['comments'])}</h3>{''.join(f'<div class="comment_text">{esc(text)}</div>' for text in story['comments'])}</div></div>
<div class="col-md-12 left-column"><h4>{esc(words['most'])}</h4><ul>{list_items(story, 4)}</ul></div></div></div><div class="foot"><p>{esc(words['imprint'])}</p></div></body></html>''', [
        story['title'], story['deck'], *story['p']]


def hebrew_site(story):
    """From right to left, with paragraphs in components, a player and an invitation between them."""
    words = story['words']
    player = '<div class="VideoComponenta"><div class="playerTitle">צפו בסרטון</div></div>'
    also = f'<div class="relatedLinksComponenta"><span>{esc(words["read"])}</span><a href="/1">{esc(story["teasers"][0])}</a><a href="/2">{esc(story["teasers"][1])}</a></div>'
    blocks = ''.join(f'<div class="text_editor_paragraph rtl" data-block="true"><span data-text="true">{esc(p)}</span></div>{ {0: player, 3: also}.get(i, "")}' for i, p in enumerate(story['p']))
    return f'''<!DOCTYPE html><html lang="he" dir="rtl"><head><meta charset="utf-8"><title>{esc(story['title'])}</title><meta property="og:title" content="{esc(story['title'])}">
<meta property="og:site_name" content="{esc(story['site'])}"><script type="application/ld+json">{json.dumps({'@context': 'http://schema.org', '@type': 'NewsArticle', 'headline': story['title'], 'datePublished': story['date'] + 'T18:05:46.217532Z', 'author': [{'@type': 'Person', 'name': story['author']}], 'publisher': {'@type': 'Organization', 'name': story['site']}, 'articleBody': ''})}</script></head>
<body><div id="site-root"><div class="siteHeaderWrapper"><div class="mainNav">{menu(story)}</div></div><div class="layoutContainer"><div class="layoutItem article-headline-container"><div class="art_headline_sub_title"><h1 class="mainTitle">{esc(story['title'])}</h1><h2 class="subTitle"><span>{esc(story['deck'])}</span></h2>
<div class="authorAndDateContainer"><div class="authors"><span>{esc(story['author'])}</span></div><span class="DateDisplay">{esc(story['shown'])}, 21:05</span></div></div></div>
<div class="layoutItem article-body" id="ArticleBodyComponent"><div class="public-DraftEditor-content">{blocks}</div></div>
<div class="layoutItem"><div class="TagsComponent"><a href="/t">{esc(words['politics'])}</a></div><div class="articleTalkbacks"><h3>{esc(words['comments'])} (2)</h3>{''.join(f'<div class="talkback">{esc(text)}</div>' for text in story['comments'])}</div></div>
<div class="layoutItem slotsContent">{''.join(f'<div class="slotView"><a href="/{i}">{esc(text)}</a><div class="slotSubTitle">{esc(text)}.</div></div>' for i, text in enumerate(story['teasers'] * 3))}</div></div></div></body></html>''', [
        story['title'], story['deck'], *story['p']]


def chinese_portal(story):
    """A portal: paragraphs begin with wide blanks, the editor is named at the end, columns of ranked links, two menus."""
    words = story['words']
    body = ''.join(f'<p cms-style="font-L">　　{esc(p)}</p>\n{"<div class=ct_hqimg><span>广告</span></div>" if i == 1 else ""}' for i, p in enumerate(story['p']))
    return f'''<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk" /><title>{esc(story['title'])}|渡口|市议会_{esc(story['site'])}网</title>
<meta name="weibo: article:create_at" content="{story['date']} 10:12:00" /><meta property="article:published_time" content="{story['date']}T10:12:00+08:00" /></head><body>
<div class="top-bar-wrap"><div class="top-bar-inner">{menu(story)}<a href="/login">登录</a></div></div><div class="main-content w1240"><div class="channel-path"><a href="/">{esc(words['home'])}</a> &gt; <a href="/c">{esc(words['politics'])}</a> &gt; 正文</div>
<h1 class="main-title">{esc(story['title'])}</h1><div class="top-bar clearfix"><div class="date-source"><span class="date">{esc(story['shown'])} 10:12</span> <a class="source ent-source" href="/s">{esc(story['site'])}</a></div>
<div class="page-tools"><span>微博</span><span>微信</span><span>分享</span></div></div><div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody">{body}
<p class="show_author">责任编辑：王晓 </p></div><div class="article-bottom clearfix"><div class="keywords">文章关键词：<a href="/k">渡口</a></div><div class="article-link"><h3>{esc(words['read'])}</h3><ul>{list_items(story)}</ul></div></div>
<div class="sina-comment-wrap"><div class="hd">评论 2条</div><div class="declare">请遵守网络文明公约，文明发言。</div>{''.join(f'<div class="item"><div class="txt">{esc(text)}</div></div>' for text in story['comments'])}</div></div>
<div class="article-content-right"><div class="blk"><h2>{esc(words['most'])}</h2><ul>{list_items(story, 5)}</ul></div></div></div></div><div class="footer"><p>Copyright © 2026 {esc(words['imprint'])}</p></div></body></html>'''.encode('gbk', 'xmlcharrefreplace'), [
        story['title'], *story['p']]


def japanese_portal(story):
    """A portal with reports of others: names that are made, all text in two elements with blank lines, counts of comments."""
    words = story['words']
    halves = ['\n\n　'.join(part) for part in (story['p'][:3], story['p'][3:])]
    first, second = (f'<p class="sc-54nboa-0 deLyrJ yjSlinkDirectlink highLightSearchTarget">　{"<br/>".join(esc(half).split(chr(10)))}</p>' for half in halves)
    caption = '再建が決まった桟橋（撮影・森下葵）'
    return f'''<!DOCTYPE html><html lang="ja"><head><meta charSet="utf-8"/><title>{esc(story['title'])}（{esc(story['site'])}） - ポータルニュース</title>
<meta property="og:title" content="{esc(story['title'])}（{esc(story['site'])}） - ポータルニュース"/><meta property="article:published_time" content="{story['date']}T20:31:00+09:00"/></head><body>
<div id="wrapper"><header id="msthd"><div>{menu(story)}</div><form><input type="search"/><button>検索</button></form></header><div id="contents"><div id="yjnMain"><div id="contentsWrap"><div class="sc-1" id="uamods">
<article class="sc-egIUyM"><header class="sc-cYTOnZ"><h1 class="sc-fzqAbL">{esc(story['title'])}</h1><div class="sc-hLxdOv"><p class="sc-dqgyUw">3/24(火) <!-- -->20:31<span>配信</span></p></div><div class="sc-cmt"><a href="/c"><span>123</span>コメント123件</a></div></header>
<div class="article_body highLightSearchTarget"><section class="sc-bdvvtL"><figure class="sc-kfPuZi"><a href="/img"><img src="1.jpg" alt=""/></a><figcaption>{caption}</figcaption></figure></section>{first}{second}</div>
<footer class="sc-fKFyDc"><a href="https://kowan.example/1">{esc(story['site'])}</a><p>最終更新：3/24(火) 20:31</p></footer></article><section class="relatedLinks"><h2>{esc(words['read'])}</h2><ul>{list_items(story, 2)}</ul></section>
<section id="comment"><h2>{esc(words['comments'])}</h2>{''.join(f'<article class="viewable"><p>{esc(text)}</p></article>' for text in story['comments'])}</section></div></div></div><div id="yjnSub"><section><h2>{esc(words['most'])}</h2><ol>{list_items(story, 4)}</ol></section></div></div><footer id="msthdFtr">{esc(words['imprint'])}</footer></div></body></html>''', [
        story['title'], caption, *story['p']]


def russian_portal(story):
    """A portal: cards of others to read and a call to a channel between paragraphs, as paragraphs and quotes themselves."""
    words = story['words']
    card = f'<div class="article__inline-item"><a class="article__inline-item__link" href="/1"><span class="article__inline-item__category">Читайте также</span><span class="article__inline-item__title">{esc(story["teasers"][0])}</span></a></div>'
    call = '<blockquote class="tg-call"><p><a href="https://t.example/port">Подписывайтесь на наш канал в Telegram</a></p></blockquote>'
    plain = f'<p><b>Читайте также:</b> <a href="/2">{esc(story["teasers"][1])}</a></p>'
    return f'''<!DOCTYPE html><html lang="ru"><head><meta charset="windows-1251"><title>{esc(story['title'])} — {esc(story['site'])}</title>
<meta itemprop="datePublished" content="{story['date']}T10:12:00+03:00"><meta property="og:title" content="{esc(story['title'])}"></head><body>
<div class="topline js-topline">{menu(story)}</div><div class="l-col-main"><div class="article js-article" itemscope itemtype="https://schema.org/Article"><div class="article__header"><div class="article__header__info-block"><span class="article__header__date">{esc(story['shown'])}, 10:12</span><span class="article__header__counter">12 345</span></div>
<h1 class="article__header__title-in js-slide-title" itemprop="headline">{esc(story['title'])}</h1></div><div class="article__text article__text_free" itemprop="articleBody"><div class="article__text__overview"><span>{esc(story['deck'])}</span></div>
<div class="article__main-image"><img src="x.jpg" alt=""></div>{mixed(story, {0: card, 2: plain, 4: call})}</div><div class="article__authors"><div class="article__authors__title">Авторы</div><span class="article__authors__author__name">{esc(story['author'])}</span></div>
<div class="article__tags"><span>Теги:</span><a href="/t">{esc(words['politics'])}</a></div></div><div class="news-feed js-news-feed-list">{''.join(f'<a href="/{i}" class="news-feed__item"><span class="news-feed__item__title">{esc(text)}</span><span class="news-feed__item__date">10:{i + 10}</span></a>' for i, text in enumerate(story['teasers'] * 5))}</div></div>
<div class="footer">{esc(words['imprint'])}</div></body></html>'''.encode('windows-1251', 'xmlcharrefreplace'), [
        story['title'], story['deck'], *story['p']]


def turkish_site(story):
    """The summary stands below the headline in large type; a label for advertisements, a report beside, and a gallery within."""
    words = story['words']
    advert = '<div class="reklam-alani"><span>REKLAM</span></div>'
    other = f'<div class="ilgili-haber"><span class="ilgili-haber-baslik">İLGİLİ HABER</span><a href="/1"><strong>{esc(story["teasers"][0])}</strong></a></div>'
    return f'''<!DOCTYPE html><html lang="tr"><head><meta charset="iso-8859-9"><title>{esc(story['title'])} - Son Dakika Haberleri | {esc(story['site'])}</title>
<meta name="datePublished" content="{story['date']}T21:40:00+03:00"><meta name="articleAuthor" content="{esc(story['author'])}"></head><body><div class="ust-menu">{menu(story)}</div>
<div class="container"><div class="haber-detay"><ol class="breadcrumb"><li>{esc(words['home'])}</li><li>{esc(words['politics'])}</li></ol><h1 class="haber-baslik">{esc(story['title'])}</h1><h2 class="spot">{esc(story['deck'])}</h2>
<div class="haber-bilgi"><span class="muhabir">{esc(story['author'])}</span> <span class="tarih">Giriş: 21.04.2026 - 21:40 Güncelleme: 22.04.2026 - 08:05</span></div><div class="paylas"><a href="#">Paylaş</a><a href="#">Tweetle</a></div>
<div class="haber-metni" property="articleBody">{mixed(story, {0: advert, 2: other, 4: advert})}</div><div class="etiketler"><a href="/e">{esc(words['politics'])}</a></div>
<div class="yorumlar"><h3>{esc(words['comments'])}</h3>{''.join(f'<p>{esc(text)}</p>' for text in story['comments'])}</div></div><div class="sag-kolon"><h3>{esc(words['most'])}</h3><ul>{list_items(story, 3)}</ul></div></div><div class="alt"><p>{esc(words['imprint'])}</p></div></body></html>'''.encode('iso-8859-9', 'xmlcharrefreplace'), [
        story['title'], story['deck'], *story['p']]


def hindi_site(story):
    """A box of key points before the story, invitations in bold within it, a call to an app at its end."""
    words = story['words']
    points = ['परिषद ने एक वोट से योजना मंजूर की', 'काम शरद ऋतु से पहले शुरू होगा', 'मछुआरा संघ अदालत जाएगा']
    also = f'<p><strong><a href="/1">{esc(words["read"])}: {esc(story["teasers"][0])}</a></strong></p>'
    return f'''<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>{esc(story['title'])} | {esc(story['site'])}</title>
<script type="application/ld+json">{json.dumps([{'@context': 'https://schema.org', '@type': 'BreadcrumbList', 'itemListElement': []}, {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': story['title'], 'datePublished': story['date'] + 'T10:12:00+05:30', 'author': {'@type': 'Person', 'name': story['author']}}])}</script></head><body>
<div class="header-nav">{menu(story)}</div><section class="story-section"><div class="story-detail"><h1>{esc(story['title'])}</h1><div class="story-meta"><span class="author-name">{esc(story['author'])}</span><span class="publish-date">{esc(story['shown'])}, 10:12 AM IST</span></div>
<div class="highlights"><h3>मुख्य बातें</h3><ul>{''.join(f'<li>{point}</li>' for point in points)}</ul></div><div class="story-content" id="storyBody">{mixed(story, {1: also, 3: also})}<p class="app-download">ताजा खबरों के लिए <a href="/app">हमारा ऐप डाउनलोड करें</a></p></div>
<div class="topics"><a href="/t">{esc(words['politics'])}</a></div></div><div class="rhs"><h3>{esc(words['most'])}</h3><ul>{list_items(story, 3)}</ul></div></section><div class="bottom-links">{esc(words['imprint'])}</div></body></html>''', [
        story['title'], 'मुख्य बातें', *points, *story['p']]


def print_version(story):
    """For printing: lines of even length in a pre, headline and byline in capitals and bold, links to print and close."""
    def wrap(text):
        lines, line = [], ''
        for word in text.split():
            if len(line) + len(word) > 70:
                lines.append(line.rstrip())
                line = ''
            line += word + ' '
        return '\n'.join([*lines, line.rstrip()])

    return f'''<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"><TITLE>{esc(story['title'])}</TITLE></HEAD><BODY onload="print()">
<A HREF="javascript:print()">Print</A> | <A HREF="javascript:close()">Close</A><HR><B>{esc(story['site'])}</B><BR>{esc(story['shown'])}<H2>{esc(story['title'])}</H2>
<PRE>
{(chr(10) * 2).join(esc(wrap(p)) for p in story['p'])}
</PRE><HR><FONT SIZE="-1">Copyright 2026 {esc(story['site'])}. All rights reserved.</FONT></BODY></HTML>'''.encode('windows-1252', 'xmlcharrefreplace'), [
        story['title'], *story['p']]


def gallery(story):
    """The story is told by the captions of its pictures, with counts and buttons between them."""
    words = story['words']
    slides = ''.join(f'''<li class="gallery__slide"><figure class="gallery__figure"><picture><img src="{i}.jpg" alt=""></picture><figcaption class="gallery__caption"><span class="gallery__count">{i + 1}/{len(story['p']) - 1}</span>
<p>{esc(p)}</p><span class="gallery__credit">Foto: Hafenbote</span></figcaption></figure><button class="gallery__next">Weiter</button></li>''' for i, p in enumerate(story['p'][1:]))
    return f'''<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{esc(story['title'])} - Fotostrecke | {esc(story['site'])}</title><meta property="og:title" content="{esc(story['title'])}">
<meta name="date" content="{story['date']}T09:00:00+01:00"></head><body><div class="page"><nav>{menu(story)}</nav><main><article class="gallery-page"><h1>{esc(story['title'])}</h1><p class="gallery-page__intro">{esc(story['p'][0])}</p>
<ul class="gallery">{slides}</ul></article><section class="teaser-row"><h2>{esc(words['most'])}</h2>{''.join(f'<div class="teaser"><a href="/{i}">{esc(text)}</a></div>' for i, text in enumerate(story['teasers'] * 2))}</section></main><footer>{esc(words['imprint'])}</footer></div></body></html>''', [
        story['title'], story['p'][0], *(f'{p} Foto: Hafenbote' for p in story['p'][1:])]


def long_read(story):
    """A drop capital, a pull quote that repeats a sentence, a timeline, a post of a network, a box that somebody paid for."""
    words = story['words']
    first, quote = story['p'][0], story['p'][1].split('.')[0]
    timeline = [('Mars 2024', 'Un incendie détruit la toiture pendant la nuit.'), ('Juin 2025', 'Le conseil vote les crédits des travaux.')]
    post = 'Quelle joie de revoir la cour pleine, merci à toute l’équipe !'
    body = [f'<p class="has-drop-cap"><span class="drop-cap">{esc(first[0])}</span>{esc(first[1:])}</p>', f'<p>{esc(story["p"][1])}</p>',
            f'<aside class="pullquote"><blockquote>{esc(quote)}</blockquote></aside>', f'<p>{esc(story["p"][2])}</p>',
            f'<h2>Deux ans de travaux</h2><ol class="timeline">{"".join(f"<li><time>{when}</time><p>{what}</p></li>" for when, what in timeline)}</ol>',
            f'<p>{esc(story["p"][3])}</p>', f'<blockquote class="twitter-tweet" data-lang="fr"><p lang="fr" dir="ltr">{post}</p>&mdash; École du quai (@ecoleduquai) <a href="https://x.example/1">22 janvier 2026</a></blockquote>',
            f'<div class="sponsored-content"><span>Contenu sponsorisé</span><p>Une cuisine neuve en trois jours, sans bruit et sans poussière, à partir de 2 990 euros, pose comprise.</p><a href="/ad">J’en profite</a></div>',
            f'<p>{esc(story["p"][4])}</p>', f'<form class="inline-newsletter"><p>{esc(words["newsletter"])}</p><input type="email"><button>OK</button></form>', *(f'<p>{esc(p)}</p>' for p in story['p'][5:])]
    return f'''<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{esc(story['title'])} – {esc(story['site'])}</title><meta property="og:title" content="{esc(story['title'])}"><meta property="article:published_time" content="{story['date']}">
<meta property="article:author" content="{esc(story['author'])}"></head><body class="longform-template"><header class="hero"><div class="hero__media"><video></video></div><div class="hero__text"><span class="surtitre">Reportage</span><h1>{esc(story['title'])}</h1><p class="chapo">{esc(story['deck'])}</p><p class="signature">{esc(story['by'])} {esc(story['author'])}</p></div></header>
<div class="longform__content">{''.join(body)}</div><section class="a-lire"><h2>À lire aussi</h2>{''.join(f'<article class="card"><h3><a href="/{i}">{esc(text)}</a></h3></article>' for i, text in enumerate(story['teasers']))}</section><footer>{esc(words['imprint'])}</footer></body></html>''', [
        story['title'], story['deck'], *story['p'][:3], 'Deux ans de travaux', *(f'{when} {what}' for when, what in timeline), story['p'][3],
        f'{post} — École du quai (@ecoleduquai) 22 janvier 2026', *story['p'][4:]]


def cable_news(story):
    """A channel: each paragraph is a component with the name of the source before the first, cards of others between them."""
    words = story['words']
    card = f'''<div class="related-content related-content--article" data-component-name="related-content"><a class="related-content__link" href="/1"><div class="related-content__image"></div><div class="related-content__text"><p class="related-content__title-text">Artículo relacionado</p><span class="related-content__headline-text">{esc(story['teasers'][0])}</span></div></a></div>'''
    video = f'<div class="video-resource" data-component-name="video-resource"><div class="video-resource__headline">{esc(story["teasers"][1])}</div><div class="video-resource__details">1:32 - Fuente: <a href="/v">{esc(story["site"])}</a></div></div>'
    body = ''.join(f'<p class="paragraph inline-placeholder vossi-paragraph" data-uri="p{i}">{esc(p)}</p>{ {0: video, 3: card}.get(i, "")}' for i, p in enumerate(story['p']))
    return f'''<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>{esc(story['title'])} | {esc(story['site'])}</title><meta property="og:title" content="{esc(story['title'])} | {esc(story['site'])}"><meta name="meta-section" content="puerto"><meta property="article:published_time" content="{story['date']}T16:20:05.011Z"><meta name="author" content="{esc(story['author'])}"></head>
<body class="layout layout-article"><div class="header__wrapper-outer"><nav>{menu(story)}</nav></div><section class="layout__wrapper"><div class="headline headline--has-lowertext" data-component-name="headline"><h1 class="headline__text inline-placeholder vossi-headline-text" data-editable="headlineText">{esc(story['title'])}</h1><div class="headline__footer"><div class="byline__names">{esc(story['by'])} <span class="byline__name">{esc(story['author'])}</span></div><div class="timestamp">Actualizado 16:20 CET, {esc(story['shown'])}</div></div></div>
<main class="article__main"><div class="image image__hide-placeholder"><div class="image__metadata"><div class="image__caption"><span class="inline-placeholder">Camiones en el puerto.</span></div></div></div><div class="article__content" itemprop="articleBody"><div class="source inline-placeholder"><cite class="source__cite"><span class="source__location">Levante</span> <span class="source__text">{esc(story['site'])}</span> —</cite></div>{body}</div></main>
<div class="zone zone--related"><h2>{esc(words['most'])}</h2><ul>{list_items(story, 3)}</ul></div></section><footer class="footer__inner">{esc(words['imprint'])}</footer></body></html>''', [
        story['title'], f'Levante {story["site"]} —', *story['p']]


def block_theme(story):
    """A blog system with a theme of blocks: the story is in columns, latest posts beside it, a pull quote and an embedded film."""
    words = story['words']
    quote = f'<figure class="wp-block-pullquote"><blockquote><p>{esc(story["p"][1].split(".")[0])}</p></blockquote></figure>'
    film = '<figure class="wp-block-embed is-type-video is-provider-tube"><div class="wp-block-embed__wrapper"><iframe title="Film" src="https://tube.example/e"></iframe></div></figure>'
    latest = ''.join(f'<li class="wp-block-post"><h3 class="wp-block-post-title"><a href="/{i}">{esc(text)}</a></h3><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{esc(text)}. {esc(words["bio"])}</p></div></li>' for i, text in enumerate(story['teasers'] * 2))
    return f'''<!DOCTYPE html><html lang="pt-PT"><head><meta charset="UTF-8" /><title>{esc(story['title'])} &#8211; {esc(story['site'])}</title><meta property="article:published_time" content="{story['date']}T07:00:00+00:00" /></head>
<body class="wp-singular post-template-default single single-post wp-theme-twentytwentyfive"><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignfull"><p class="wp-block-site-title"><a href="/">{esc(story['site'])}</a></p><nav class="wp-block-navigation">{menu(story)}</nav></div></header>
<main class="wp-block-group"><div class="wp-block-columns alignwide"><div class="wp-block-column" style="flex-basis:66%"><h1 class="wp-block-post-title">{esc(story['title'])}</h1><div class="wp-block-group has-small-font-size"><p>Escrito por</p><div class="wp-block-post-author-name">{esc(story['author'])}</div><p>em</p><div class="wp-block-post-date"><time datetime="{story['date']}T07:00:00+00:00">{esc(story['shown'])}</time></div></div>
<div class="entry-content alignfull wp-block-post-content has-global-padding is-layout-constrained">{mixed(story, {1: quote, 3: film})}</div><div class="taxonomy-post_tag wp-block-post-terms"><a href="/t" rel="tag">{esc(words['politics'])}</a></div>
<nav class="wp-block-group" aria-label="Navegação de artigos"><div class="post-navigation-link-previous wp-block-post-navigation-link"><a href="/p" rel="prev">{esc(story['teasers'][0])}</a></div></nav>
<div class="wp-block-comments"><h2>{esc(words['comments'])}</h2><ol class="wp-block-comment-template">{''.join(f'<li><div class="wp-block-comment-content"><p>{esc(text)}</p></div></li>' for text in story['comments'])}</ol></div></div>
<div class="wp-block-column" style="flex-basis:33%"><h2 class="wp-block-heading">{esc(words['most'])}</h2><ul class="wp-block-post-template">{latest}</ul></div></div></main><footer class="wp-block-template-part"><p>{esc(words['imprint'])}</p></footer></div></body></html>''', [
        story['title'], *story['p']]


PAGES = [('en', script_shell), ('es', hosted_blog), ('it', content_system), ('en', letter_site), ('pt', writing_platform), ('fa', persian_agency), ('he', hebrew_site),
         ('zh', chinese_portal), ('ja', japanese_portal), ('ru', russian_portal), ('tr', turkish_site), ('hi', hindi_site), ('en', print_version), ('de', gallery),
         ('fr', long_read), ('es', cable_news), ('pt', block_theme)]
# Of these the byline stands nowhere in the page.
WITHOUT_BYLINE = {chinese_portal, japanese_portal, print_version, gallery}


def list_site_pages(stories):
    for language, layout in PAGES:
        story = stories[language]
        page, blocks = layout(story)
        yield {'name': f'{language}-{layout.__name__}', 'bytes': page if isinstance(page, bytes) else page.encode(),
               'text': '\n\n'.join(blocks), 'title': story['title'], 'date': story['date'],
               'byline': None if layout in WITHOUT_BYLINE else story['author']}
