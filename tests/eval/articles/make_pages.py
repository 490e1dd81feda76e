# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages in the ways real sites are built, around the stories of stories.json.

list_pages () gives for each page its name, its bytes, the text a person would call the story, and what is known
of it. All words are the project's own; so is the markup.
"""

import html
import json
import pathlib

from shape_pages import list_shape_pages
from site_pages import list_site_pages

HERE = pathlib.Path(__file__).resolve().parent
OLD_ENCODINGS = {'ru': 'windows-1251', 'ar': 'windows-1256', 'fa': 'windows-1256', 'he': 'windows-1255', 'tr': 'windows-1254',
                 'zh': 'gb18030', 'ja': 'shift_jis', 'hi': 'utf-8'}


def esc(text):
    return html.escape(text, quote=True)


def paragraphs(texts, name='p', attributes=''):
    return '\n'.join(f'<{name}{attributes}>{esc(text)}</{name}>' for text in texts)


def teasers(story, tag='div', name='teaser'):
    return '\n'.join(f'<{tag} class="{name}"><a href="/a/{i}"><h3>{esc(text)}</h3><p>{esc(text)}.</p></a></{tag}>'
                     for i, text in enumerate(story['teasers']))


def menu(story):
    words = story['words']
    return ''.join(f'<li><a href="/{key}">{esc(words[key])}</a></li>' for key in ('home', 'politics', 'sport'))


def direction(language):
    return ' dir="rtl"' if language in ('ar', 'fa', 'he') else ''


def modern(language, story):
    """JSON-LD, a header of the site, a box for newsletters and a link within the story, comments below it."""
    words = story['words']
    linked = {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': story['title'],
              'datePublished': story['date'] + 'T08:30:00+01:00', 'author': [{'@type': 'Person', 'name': story['author']}],
              'publisher': {'@type': 'Organization', 'name': story['site']}}
    body = paragraphs(story['p'][:2]) + f'''
<aside class="newsletter-signup"><h4>Newsletter</h4><p>{esc(words['newsletter'])}</p><form><input type="email"><button>OK</button></form></aside>
''' + paragraphs(story['p'][2:4]) + f'''
<p class="inline-related"><strong>{esc(words['read'])}: <a href="/x">{esc(story['teasers'][0])}</a></strong></p>
''' + paragraphs(story['p'][4:])
    comments = ''.join(f'<li><cite>user{i}</cite><p>{esc(text)}</p></li>' for i, text in enumerate(story['comments']))
    return f'''<!DOCTYPE html>
<html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(story['title'])} | {esc(story['site'])}</title>
<script type="application/ld+json">{json.dumps(linked)}</script></head><body class="article-page">
<div id="cookie-banner" role="dialog"><p>{esc(words['cookies'])}</p><button>OK</button></div>
<header class="site-header"><a href="/">{esc(story['site'])}</a><nav><ul>{menu(story)}</ul></nav></header>
<main><article class="story"><header class="story-header"><h1>{esc(story['title'])}</h1><p class="standfirst">{esc(story['deck'])}</p>
<div class="byline">{esc(story['by'])} <a rel="author" href="/au">{esc(story['author'])}</a> · <time datetime="{story['date']}">{esc(story['shown'])}</time></div>
<ul class="share-buttons"><li><a href="#f">Facebook</a></li><li><a href="#x">X</a></li></ul></header>
<div class="story-body">{body}</div></article>
<section id="comments"><h2>{esc(words['comments'])}</h2><ul>{comments}</ul></section></main>
<aside class="sidebar"><h3>{esc(words['most'])}</h3>{teasers(story)}</aside>
<footer><p>© {esc(story['site'])} <a href="/i">{esc(words['imprint'])}</a></p></footer></body></html>''', True


def old_table(language, story):
    """Nested tables, font elements, line breaks for paragraphs, a menu in the left cell, an old encoding."""
    words = story['words']
    links = '<br>'.join(f'<a href="{i}.html"><font size="1">{esc(text)}</font></a>'
                        for i, text in enumerate([words['home'], words['politics'], words['sport']] + story['teasers']))
    text = '<br><br>\n'.join(esc(p) for p in story['p'])
    return f'''<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={OLD_ENCODINGS.get(language, 'windows-1252')}">
<TITLE>{esc(story['title'])} - {esc(story['site'])}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"{direction(language)}>
<CENTER><TABLE WIDTH="760" BORDER="0"><TR><TD COLSPAN="3" BGCOLOR="#003366"><FONT COLOR="white" SIZE="5"><B>{esc(story['site'])}</B></FONT></TD></TR>
<TR VALIGN="top"><TD WIDTH="140" BGCOLOR="#CCCCCC">{links}</TD>
<TD WIDTH="460"><TABLE CELLPADDING="8"><TR><TD><H1>{esc(story['title'])}</H1><FONT SIZE="1">{esc(story['shown'])}</FONT></TD></TR>
<TR><TD><FONT FACE="Arial" SIZE="2"><B>{esc(story['deck'])}</B><BR><BR>
{text}</FONT></TD></TR></TABLE></TD>
<TD WIDTH="160"><FONT SIZE="1">{links}</FONT></TD></TR>
<TR><TD COLSPAN="3" ALIGN="center"><FONT SIZE="1"><A HREF="i.html">{esc(words['imprint'])}</A> | <A HREF="/">{esc(words['home'])}</A></FONT></TD></TR></TABLE></CENTER></BODY></HTML>''', False


def div_soup(language, story):
    """Names that say nothing, paragraphs in div and span, a wall of cookies first, cards with sentences after."""
    words = story['words']
    body = ''.join(f'<div class="css-1fanzo5"><div class="css-53u6y8">{"".join(f"<div class=css-at9mc1><span>{esc(p)}</span></div>" for p in part)}</div></div>'
                   for part in (story['p'][:2], story['p'][2:4], story['p'][4:]))
    cards = ''.join(f'<div class="css-k8gosa"><a href="/{i}"><div>{esc(text)}</div></a><div class="css-tskdi9">{esc(text)}.</div></div>'
                    for i, text in enumerate(story['teasers'] * 2))
    return f'''<!DOCTYPE html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(story['title'])} - {esc(story['site'])}</title>
<meta property="og:title" content="{esc(story['title'])}"><meta property="og:site_name" content="{esc(story['site'])}">
<meta property="article:published_time" content="{story['date']}T06:00:00Z"><meta name="author" content="{esc(story['author'])}"></head>
<body><div id="root"><div class="css-a1"><div class="css-b2"><div>{esc(words['cookies'])}</div><button>OK</button></div></div>
<div class="css-c3"><a href="/">{esc(words['home'])}</a><a href="/p">{esc(words['politics'])}</a><a href="/s">{esc(words['sport'])}</a></div>
<div class="css-d4"><div class="css-e5"><h1 class="css-f6">{esc(story['title'])}</h1><div class="css-g7">{body}</div></div>
<div class="css-h8"><h2>{esc(words['most'])}</h2>{cards}</div></div>
<div class="css-i9"><a href="/i">{esc(words['imprint'])}</a></div></div></body></html>''', False


def live_blog(language, story):
    """Entries with times, the newest first, between links to jump by."""
    words = story['words']
    times = ['09:12', '09:05', '08:51', '08:40', '08:22', '08:01']
    entries = ''.join(f'''<article class="live-entry" id="e{i}"><time datetime="{story['date']}T{time}">{time}</time>
<p>{esc(p)}</p><div class="share"><a href="#s">Facebook</a> <a href="#t">X</a></div></article>'''
                      for i, (time, p) in enumerate(zip(times, story['p'])))
    return f'''<!DOCTYPE html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(words['live'])}: {esc(story['title'])} | {esc(story['site'])}</title>
<meta property="og:title" content="{esc(story['title'])}"><meta property="og:site_name" content="{esc(story['site'])}">
<meta property="article:published_time" content="{story['date']}T09:12:00Z"><meta name="author" content="{esc(story['author'])}"></head><body>
<nav class="main-nav"><ul>{menu(story)}</ul></nav><div class="page-wrap"><div class="headline-wrap"><h1>{esc(story['title'])}</h1><p class="lead">{esc(story['deck'])}</p></div>
<ul class="key-moments">{''.join(f'<li><a href="#e{i}">{time}</a></li>' for i, time in enumerate(times))}</ul>
<div class="live-feed">{entries}</div></div><div class="related-articles"><h2>{esc(words['read'])}</h2>{teasers(story)}</div>
<footer class="page-footer"><a href="/i">{esc(words['imprint'])}</a></footer></body></html>''', True


def paywall(language, story):
    """Two paragraphs, an offer of a subscription, and more words about other stories than about this one."""
    words = story['words']
    return f'''<!DOCTYPE html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(story['title'])} – {esc(story['site'])}</title>
<meta property="og:title" content="{esc(story['title'])}"><meta property="og:site_name" content="{esc(story['site'])}"><meta name="date" content="{story['date']}"></head><body>
<div class="top-bar"><ul>{menu(story)}</ul></div>
<div class="layout"><div class="article__main"><h1 class="article__title">{esc(story['title'])}</h1>
<div class="article__meta"><span class="article__author">{esc(story['by'])} {esc(story['author'])}</span></div>
<div class="article__text">{paragraphs(story['p'][:2])}</div>
<div class="paywall-offer"><h3>Premium</h3><p>{esc(words['subscribe'])}</p><a class="button" href="/abo">OK</a></div></div>
<div class="article__recommendations"><h2>{esc(words['most'])}</h2>{teasers(story)}{teasers(story)}</div></div>
<div class="site-bottom"><p>{esc(words['newsletter'])}</p><a href="/i">{esc(words['imprint'])}</a></div></body></html>''', 'stub'


def weblog(language, story):
    """A blog system: share buttons, tags, a box about the author, and comments longer than the story."""
    words = story['words']
    comments = ''.join(f'<li class="comment"><article><footer><b>user{i}</b></footer><div class="comment-content"><p>{esc(text)}</p></div></article></li>'
                       for i, text in enumerate(story['comments'] * 5))
    return f'''<!DOCTYPE html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(story['title'])} « {esc(story['site'])}</title></head>
<body class="single single-post"><div id="page"><div id="masthead"><h2><a href="/">{esc(story['site'])}</a></h2><ul class="menu">{menu(story)}</ul></div>
<div id="content"><div id="primary"><div class="post hentry"><h1 class="entry-title">{esc(story['title'])}</h1>
<div class="entry-meta"><span class="author vcard">{esc(story['by'])} <a rel="author" href="/a">{esc(story['author'])}</a></span> <time class="entry-date published" datetime="{story['date']}T12:00:00+00:00">{esc(story['shown'])}</time></div>
<div class="entry-content">{paragraphs(story['p'][:1])}<blockquote>{paragraphs(story['p'][1:2])}</blockquote>{paragraphs(story['p'][2:])}
<div class="sharedaddy sd-sharing-enabled"><h3>Share</h3><ul><li><a href="#1">Mail</a></li><li><a href="#2">X</a></li></ul></div></div>
<div class="entry-tags"><a href="/t/1">{esc(words['politics'])}</a>, <a href="/t/2">{esc(words['home'])}</a></div>
<div class="author-box"><h4>{esc(story['author'])}</h4><p>{esc(story['author'])} {esc(words['bio'])}</p></div></div>
<div id="comments" class="comments-area"><h2>{esc(words['comments'])}</h2><ol class="comment-list">{comments}</ol></div></div>
<div id="secondary" class="widget-area"><h3>{esc(words['most'])}</h3>{teasers(story, 'li', 'widget')}</div></div>
<div id="colophon"><a href="/i">{esc(words['imprint'])}</a></div></div></body></html>''', False


def amp(language, story):
    """A page for telephones: custom elements, a carousel of pictures, related links between paragraphs, numeric dates."""
    words = story['words']
    year, month, day = story['date'].split('-')
    links = ''.join(f'<li><a href="/r/{i}">{esc(text)}</a></li>' for i, text in enumerate(story['teasers']))
    body = ''.join(f'<p>{esc(p)}</p>' + (f'<div class="inread"><span>{esc(words["read"])}</span><ul>{links}</ul></div>' if i in (1, 3) else '')
                   for i, p in enumerate(story['p']))
    return f'''<!doctype html><html amp lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(story['site'])} | {esc(story['title'])}</title>
<link rel="canonical" href="https://news.example/{year}/{month}/{day}/story.html"><script async src="https://cdn.example/v0.js"></script></head><body>
<amp-sidebar id="menu" layout="nodisplay"><ul>{menu(story)}</ul></amp-sidebar><header class="top"><button on="tap:menu.toggle">=</button><a href="/">{esc(story['site'])}</a></header>
<main role="main"><article class="amp-wp-article"><header><h1>{esc(story['title'])}</h1><h2 class="subtitle">{esc(story['deck'])}</h2>
<p class="signature">{esc(story['by'])} <b>{esc(story['author'])}</b></p></header>
<figure><amp-img src="a.jpg" width="16" height="9" layout="responsive"></amp-img></figure>{body}</article></main>
<amp-ad type="x"><div placeholder>{esc(words['newsletter'])}</div></amp-ad><footer><a href="/i">{esc(words['imprint'])}</a></footer></body></html>''', True


def script_only(language, story):
    """Nothing shows without its script; the story is in the data for machines alone."""
    linked = {'@context': 'https://schema.org', '@graph': [
        {'@type': 'Organization', '@id': 'https://n.example/#org', 'name': story['site']},
        {'@type': 'Person', '@id': 'https://n.example/#person', 'name': story['author']},
        {'@type': ['NewsArticle'], 'headline': story['title'], 'author': {'@id': 'https://n.example/#person'}, 'datePublished': story['date'],
         'publisher': {'@id': 'https://n.example/#org'}, 'articleBody': '\n\n'.join(story['p'])}]}
    return f'''<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{esc(story['title'])}</title>
<script type="application/ld+json">/*<![CDATA[*/{json.dumps(linked, ensure_ascii=False)}/*]]>*/</script></head>
<body><div id="app"></div><noscript>JavaScript</noscript><script>window.__DATA__ = {{}}</script></body></html>''', False


def weblog_graph(language, story):
    """A blog system of today: data in a graph whose parts refer to one another, entities in it, captions, a share bar."""
    words = story['words']
    title = html.escape(story['title']).replace("'", '&#8217;')
    linked = {'@context': 'https://schema.org', '@graph': [
        {'@type': 'WebPage', '@id': 'https://b.example/s/', 'name': f"{title} - {story['site']}", 'datePublished': story['date'] + 'T07:00:00+00:00'},
        {'@type': 'Article', '@id': 'https://b.example/s/#article', 'headline': title, 'isPartOf': {'@id': 'https://b.example/s/'},
         'author': {'@id': 'https://b.example/#/person/1', 'name': ''}, 'publisher': {'@id': 'https://b.example/#organization'}},
        {'@type': 'Organization', '@id': 'https://b.example/#organization', 'name': story['site']},
        {'@type': 'Person', '@id': 'https://b.example/#/person/1', 'name': story['author']}]}
    figure = '<figure class="wp-block-image"><img src="p.jpg" alt=""></figure>'
    share = '<div class="wp-block-buttons share-buttons"><a href="#">Facebook</a> <a href="#">WhatsApp</a></div>'
    body = ''.join(f'<p class="wp-block-paragraph">{esc(p)}</p>' + (figure if i == 0 else '') + (share if i == 2 else '') for i, p in enumerate(story['p']))
    return f'''<!doctype html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{title} - {esc(story['site'])}</title>
<script type="application/ld+json" class="yoast-schema-graph">{json.dumps(linked)}</script><meta property="og:title" content="{title} - {esc(story['site'])}"></head>
<body class="post-template-default single single-post wp-embed-responsive"><a class="skip-link screen-reader-text" href="#c">Skip</a>
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{esc(story['site'])}</a></p><ul>{menu(story)}</ul></header>
<main class="wp-block-group" id="c"><h1 class="wp-block-post-title">{title}</h1><div class="wp-block-post-date"><time datetime="{story['date']}T07:00:00+00:00">{esc(story['shown'])}</time></div>
<div class="entry-content wp-block-post-content">{body}</div><div class="wp-block-post-terms"><a href="/t">{esc(words['politics'])}</a></div>
<div class="jp-relatedposts"><h3>{esc(words['read'])}</h3>{teasers(story)}</div></main><footer class="wp-block-template-part"><p>© {esc(story['site'])}</p></footer></div></body></html>''', False


def cookie_wall(language, story):
    """A wall of consent longer than the story, hidden copies of texts, a bar that sticks, promotions that look like paragraphs."""
    words = story['words']
    wall = ''.join(f'<p>{esc(words["cookies"])} {esc(words["subscribe"])} {esc(words["newsletter"])}</p>' for _ in range(8))
    body = ''.join(f'<p data-n="{i}">{esc(p)}</p>' + (f'<div class="promo-box"><h4>{esc(words["most"])}</h4><p>{esc(story["teasers"][0])}</p></div>' if i == 2 else '')
                   for i, p in enumerate(story['p']))
    return f'''<!doctype html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(story['title'])} :: {esc(story['site'])}</title>
<meta name="twitter:title" content="{esc(story['title'])}"><meta name="sailthru.date" content="{story['date']}T05:00:00Z"><meta name="parsely-author" content="{esc(story['author'])}"></head>
<body class="has-consent-wall"><div class="sp_message_container" aria-modal="true" role="dialog"><div class="message-body">{wall}<button>OK</button></div></div>
<div class="sticky-bar"><span>{esc(story['title'])}</span><a href="#share">Share</a></div>
<div id="content-wrapper"><div class="grid"><div class="col-8"><h1 itemprop="headline">{esc(story['title'])}</h1><div class="intro"><p>{esc(story['deck'])}</p></div>
<div class="text-wrapper"><div style="display: none"><p>{esc(story['p'][0])}</p></div><div class="sr-only">{esc(words['read'])}</div>{body}
<div hidden><p>{esc(story['p'][1])}</p></div></div></div><div class="col-4"><div class="box">{teasers(story)}</div></div></div></div>
<div id="site-bottom"><a href="/i">{esc(words['imprint'])}</a></div></body></html>''', True


def agency(language, story):
    """A portal of an agency: microdata, the byline and the date in plain words below the headline, lists of links all around."""
    words = story['words']
    links = ''.join(f'<li><a href="/n/{i}">{esc(text)}</a></li>' for i, text in enumerate(story['teasers'] * 4))
    return f'''<!doctype html><html lang="{language}"{direction(language)}><head><meta charset="utf-8"><title>{esc(words['politics'])} - {esc(story['title'])} - {esc(story['site'])}</title></head>
<body><div class="wrap"><div class="left"><ul>{menu(story)}</ul><ul>{links}</ul></div>
<div class="center" itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="name">{esc(story['title'])}</h1>
<div>{esc(story['by'])} {esc(story['author'])}</div><div>{esc(story['shown'])}</div><div class="fontsize"><a href="#a">A+</a> <a href="#b">A-</a></div>
<div itemprop="articleBody"><strong>{esc(story['deck'])}</strong><br><br>{'<br><br>'.join(esc(p) for p in story['p'])}</div>
<ul class="hot">{links}</ul></div><div class="right"><ul>{links}</ul></div></div><div class="end"><a href="/i">{esc(words['imprint'])}</a></div></body></html>''', True


LAYOUTS = [modern, old_table, div_soup, live_blog, paywall, weblog, amp, script_only, weblog_graph, cookie_wall, agency]


def list_pages():
    stories = json.loads((HERE / 'stories.json').read_text(encoding='utf-8'))
    for language, story in stories.items():
        for layout in LAYOUTS:
            page, kind = layout(language, story)
            encoding = OLD_ENCODINGS.get(language, 'windows-1252') if layout is old_table else 'utf-8'
            has_deck = kind is True or layout is old_table
            text = [story['title']] + ([story['deck']] if has_deck else []) + (story['p'][:2] if kind == 'stub' else story['p'])
            yield {'name': f'{language}-{layout.__name__}', 'bytes': page.encode(encoding, 'xmlcharrefreplace'),
                   'text': '\n\n'.join(text), 'title': story['title'], 'date': story['date'],
                   'byline': None if layout is old_table else story['author']}
    yield from list_site_pages(stories)
    yield from list_shape_pages()
