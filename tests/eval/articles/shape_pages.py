# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages whose story has a shape or a neighbourhood of its own: interviews, transcripts, lists, poems, forums, pages
with several stories, each with a text written for it, in languages and encodings that the other pages do not have.

Each function gives a Page. `blocks` is what a person would call the story.
"""

import dataclasses
import html


@dataclasses.dataclass
class Page:
    language: str
    title: str
    date: str
    byline: str | None
    blocks: list
    markup: str
    encoding: str = 'utf-8'


def esc(text):
    return html.escape(text, quote=False)


def tags(name, texts, attributes=''):
    return '\n'.join(f'<{name}{attributes}>{esc(text)}</{name}>' for text in texts)


def saved_by_browser():
    """Saved whole: links point into a folder or to the site, a wall of consent stands between the paragraphs."""
    title = 'Rada gminy wstrzymała sprzedaż starego młyna nad rzeką'
    lead = 'Po czterech godzinach obrad radni odłożyli decyzję o losie młyna do jesieni. Mieszkańcy chcą w nim biblioteki.'
    p = ['Stary młyn w Brzozówce stoi pusty od dwunastu lat, a jego dach przecieka już w trzech miejscach. Gmina zamierzała go sprzedać '
         'spółce z sąsiedniego powiatu, która planowała hotel na czterdzieści pokoi.',
         '„Nie możemy oddać za bezcen jedynego zabytku, jaki nam został” – mówiła w środę radna Halina Wójtowicz. Pod petycją w tej sprawie '
         'podpisało się ponad dziewięciuset mieszkańców.',
         'Wójt Tadeusz Kalisz przekonywał, że remont kosztowałby co najmniej trzy miliony złotych. „Nie mamy tych pieniędzy i nikt nam ich nie '
         'da” – powiedział po głosowaniu.',
         'Inaczej widzi to stowarzyszenie Nad Wodą, które przygotowało własny kosztorys. Według niego wystarczyłaby połowa tej kwoty, gdyby '
         'prace rozłożyć na pięć lat.',
         'Radni wrócą do sprawy we wrześniu, po ekspertyzie konserwatora. Do tego czasu młyn ma zostać przykryty plandeką.']
    wall = '''<div id="fc-overlay" class="fc-consent-root"><div class="fc-dialog-overlay"></div><div class="fc-dialog" role="dialog" aria-label="Szanujemy Twoją prywatność">
<p>Wraz z naszymi 812 partnerami przechowujemy informacje na Twoim urządzeniu i uzyskujemy do nich dostęp, a także przetwarzamy dane osobowe, takie jak unikatowe identyfikatory.</p>
<p>Klikając „Zgadzam się”, zgadzasz się na wykorzystanie danych w celu wyświetlania reklam, pomiaru treści i rozwoju usług. Zgodę możesz wycofać w każdej chwili.</p>
<button>Zgadzam się</button><button>Ustawienia</button></div></div>'''
    side = ''.join(f'<li><a href="https://gazeta.example/{i}"><img src="Mlyn_files/{i}.jpg">{text}</a></li>' for i, text in enumerate(
        ['Nowy most dopiero w maju', 'Orkiestra szuka trębacza', 'Szkoła bez boiska', 'Ceny wody w górę']))
    return Page('pl', title, '2026-05-14', 'Marta Zielonka', [title, lead, *p], f'''<!DOCTYPE html>
<!-- saved from url=(0049)https://gazeta.example/2026/05/14/mlyn-brzozowka -->
<html lang="pl"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250">
<title>{title} - Gazeta Nadrzeczna</title><link rel="stylesheet" href="./Mlyn_files/main.css"><script src="./Mlyn_files/a.js.pobrane"></script></head>
<body class="art"><div class="naglowek"><a href="https://gazeta.example/"><img src="./Mlyn_files/logo.png" alt="Gazeta Nadrzeczna"></a><ul><li><a href="https://gazeta.example/kraj">Kraj</a></li><li><a href="https://gazeta.example/sport">Sport</a></li></ul></div>
<div id="tresc-strony"><div class="kolumna-glowna"><h1>{title}</h1><div class="info"><span class="data">14 maja 2026, 18:05</span> <span class="podpis">Marta Zielonka</span></div>
<p class="zajawka"><b>{lead}</b></p><img src="./Mlyn_files/mlyn.jpg">
{tags('p', p[:2])}{wall}{tags('p', p[2:4])}<div class="czytaj"><a href="https://gazeta.example/9">Czytaj także: Nowy most dopiero w maju</a></div>{tags('p', p[4:])}</div>
<div class="kolumna-boczna"><h3>Najczęściej czytane</h3><ul>{side}</ul></div></div><div class="stopka">Copyright © Gazeta Nadrzeczna. Wszelkie prawa zastrzeżone.</div></body></html>''', 'windows-1250')


def three_stories():
    """The next two stories stand below in whole, each an article with a headline of its own."""
    title = 'Veerpont vaart niet meer na elf uur ’s avonds'
    p = ['De veerpont tussen Oosterdam en het eiland vaart vanaf maandag niet meer na elf uur ’s avonds. Volgens de rederij zijn er te weinig schippers.',
         '„We zoeken al een jaar naar twee mensen en er heeft zich niemand gemeld”, zegt directeur Joost van der Meulen. Drie schippers gaan deze zomer met pensioen.',
         'Op het eiland wonen zo’n tweeduizend mensen. Wie laat werkt in de haven, moet straks overnachten op de wal of omrijden over de dijk, een tocht van een uur.',
         'De wethouder noemt het besluit teleurstellend. Zij wil met de rederij praten over een kleine boot voor de nacht, die met één schipper kan varen.']
    others = [('Bibliotheek krijgt een tuin op het dak', ['Op het dak van de bibliotheek komt een tuin met groenten en kruiden. De eerste bakken worden in april geplaatst, als het dak is nagekeken.',
                                                          'Leden mogen zelf planten en oogsten, zegt de bibliothecaris. Er is plaats voor dertig bakken en er staan al zestig namen op de lijst.',
                                                          'Het geld komt van een fonds voor groene steden en van een loterij die het buurthuis in de winter hield.']),
              ('Schaatsbaan blijft deze winter dicht', ['De schaatsbaan aan de Molenweg gaat deze winter niet open. De machine die het ijs koelt is stuk en een nieuwe kost vier ton.',
                                                        'De ijsclub zoekt naar een andere plek voor de lessen. Ouders boden aan te rijden naar de stad, maar daar is alleen nog plaats op zondag.',
                                                        'Een besluit over een nieuwe machine valt pas na de verkiezingen, liet de gemeente weten.'])]

    def article(headline, texts, author, date, shown):
        return f'''<article class="c-article" data-infinite="true"><header><h1 class="c-article__title">{headline}</h1><div class="c-article__by">Door <a href="/auteur/x">{author}</a></div>
<time datetime="{date}">{shown}</time></header><div class="c-article__content">{tags('p', texts)}</div><div class="c-article__share"><a href="#">Deel</a></div></article>'''
    return Page('nl', title, '2026-02-11', 'Femke Bosma', [title, *p], f'''<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title} | De Oosterdammer</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="De Oosterdammer"></head><body><div class="c-top"><a href="/">De Oosterdammer</a> <a href="/regio">Regio</a></div>
<main class="c-scroll">{article(title, p, 'Femke Bosma', '2026-02-11T16:30:00+01:00', '11 februari 2026')}
<div class="c-next">Volgend artikel</div>{article(*others[0], 'Piet Kuiper', '2026-02-10T09:00:00+01:00', '10 februari 2026')}
{article(*others[1], 'Sanne de Wit', '2026-02-09T09:00:00+01:00', '9 februari 2026')}</main><div class="c-bottom">Colofon</div></body></html>''')


def breaks_alone():
    """Korean: the text is one element with line breaks, the reporter signs at its end with an address, times stand in a list."""
    title = '시의회, 바닷가 산책로 공사 한 표 차로 승인'
    p = ['(해솔=바다일보) 해솔시의회가 바닷가 산책로를 2킬로미터 늘리는 공사를 한 표 차이로 승인했다. 공사는 오는 9월에 시작돼 내년 여름에 끝난다.',
         '이정민 시장은 12일 기자회견에서 "걸어서 바다를 만날 수 있는 도시가 될 것"이라고 말했다. 시는 사업비 48억 원 가운데 절반을 도에서 지원받기로 했다.',
         '반대하는 목소리도 나온다. 어민회 박순애 회장은 "공사 기간에 배를 댈 곳이 없다"며 "의견을 한 번도 묻지 않았다"고 비판했다.',
         '시는 어선 30척이 머물 수 있는 임시 부두를 8월까지 만들겠다고 밝혔다. 어민회는 이번 주말 총회를 열어 대응 방안을 정한다.']
    links = ''.join(f'<li><a href="/n/{i}">{text}</a></li>' for i, text in enumerate(['버스 요금 다음 달 인상', '도서관 새 단장 마쳐', '장마 평년보다 이를 듯', '초등학교 통합 논의'] * 3))
    text = '<br><br>'.join(esc(t) for t in p)
    return Page('ko', title, '2026-06-12', '김하늘', [title, *p], f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="ko"><head><meta http-equiv="content-type" content="text/html; charset=euc-kr" /><title>{title} - 바다일보</title></head>
<body><div id="user-header"><div id="user-nav"><ul><li><a href="/">홈</a></li><li><a href="/p">정치</a></li><li><a href="/s">스포츠</a></li></ul></div></div>
<div id="user-container"><div class="user-content"><section class="article-head-title"><h3>{title}</h3></section>
<section class="article-head-info"><ul><li>김하늘 기자</li><li>승인 2026.06.12 14:31</li><li>댓글 0</li></ul></section>
<div class="user-snb"><a href="#f">페이스북</a><a href="#k">카카오톡</a></div>
<section class="article-body"><div id="article-view-content-div" class="cont-body"><img src="a.jpg" /><br><br>{text}<br><br>김하늘 기자 hn.kim@badailbo.example</div></section>
<div class="article-copy">저작권자 © 바다일보 무단전재 및 재배포 금지</div><section class="article-tags"><a href="/t">#산책로</a></section></div>
<div class="user-aside"><h4>많이 본 뉴스</h4><ol>{links}</ol></div></div></body></html>''', 'euc-kr')


def numbered_list():
    """Vietnamese: the story is a list of points with headings and a box of facts such as recipes have."""
    title = '7 điều cần biết trước khi đi bộ qua đầm sen Hồ Mây'
    intro = 'Đầm sen Hồ Mây mở cửa trở lại từ ngày 1 tháng 6 sau hai năm sửa đê. Ban quản lý chỉ nhận năm trăm khách mỗi ngày.'
    points = [('Đặt chỗ trước', 'Vé chỉ bán trên trang của ban quản lý, hai tuần một lần vào sáng thứ hai. Không có vé bán tại cổng.'),
              ('Đi sớm', 'Cổng mở lúc năm giờ sáng. Sen nở đẹp nhất trước tám giờ, sau đó trời rất nóng và hoa khép lại.'),
              ('Mang giày chống trượt', 'Đường ván dài ba cây số thường ướt vì sương. Tháng trước đã có hai người ngã gãy tay.'),
              ('Không mang đồ nhựa', 'Chai nhựa và túi ni lông bị giữ lại ở cổng. Du khách được mượn bình nước bằng thép.'),
              ('Trẻ em đi miễn phí', 'Trẻ dưới mười hai tuổi không phải mua vé nhưng phải mặc áo phao khi lên thuyền.'),
              ('Ăn cơm với người dân', 'Mười hai gia đình nấu cơm trưa cho khách, giá tám mươi nghìn đồng một người.'),
              ('Về trước bốn giờ chiều', 'Mưa rào thường đến vào cuối chiều và thuyền ngừng chạy khi có sấm.')]
    facts = [('Thời gian', '3 giờ'), ('Quãng đường', '3 km'), ('Giá vé', '60.000 đồng')]
    items = ''.join(f'<h2><span class="so">{i}.</span> {head}</h2><p>{text}</p><figure><img src="{i}.jpg" alt=""></figure>' for i, (head, text) in enumerate(points, 1))
    return Page('vi', title, '2026-06-03', 'Lê Thu Hằng', [title, intro, *(f'{a} {b}' for a, b in facts), *(t for i, (a, b) in enumerate(points, 1) for t in (f'{i}. {a}', b))],
                f'''<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} - Báo Ven Sông</title><meta property="og:title" content="{title}"><meta property="article:published_time" content="2026-06-03T06:12:00+07:00"></head>
<body><header><a href="/">Báo Ven Sông</a><nav><a href="/thoi-su">Thời sự</a><a href="/du-lich">Du lịch</a></nav></header><div class="sidebar-1"><h1 class="title-detail">{title}</h1><p class="description">{intro}</p>
<article class="fck_detail"><div class="box-thong-tin"><table>{''.join(f'<tr><th>{a}</th><td>{b}</td></tr>' for a, b in facts)}</table></div>{items}
<p class="author_mail"><strong>Lê Thu Hằng</strong></p></article><div class="box-tinlienquan"><h3>Tin liên quan</h3><ul>{''.join(f'<li><a href="/{i}">{t}</a></li>' for i, t in enumerate(['Cầu mới thông xe', 'Chợ nổi vắng khách', 'Mùa nước về sớm'] * 2))}</ul></div></div>
<div class="sidebar-2"><h3>Xem nhiều</h3>{''.join(f'<div><a href="/{i}">{t}</a></div>' for i, t in enumerate(['Giá lúa tăng', 'Lịch thi lớp mười', 'Thời tiết cuối tuần'] * 3))}</div><footer>Tòa soạn</footer></body></html>''')


def ministry_table():
    """A ministry's press release in tables, its title in bold, number and date in cells before it, an old encoding."""
    title = 'Νέα γραμμή πλοίων συνδέει τα μικρά νησιά από τον Ιούνιο'
    p = ['Το Υπουργείο Νησιών ανακοίνωσε σήμερα ότι μια νέα γραμμή θα συνδέει έξι μικρά νησιά τρεις φορές την εβδομάδα. Τα δρομολόγια αρχίζουν στις 2 Ιουνίου.',
         'Η Υφυπουργός Ελένη Παπαδάκη δήλωσε: «Κανένα νησί δεν πρέπει να μένει μόνο του τον χειμώνα». Το κράτος θα πληρώνει τα δύο τρίτα του εισιτηρίου για τους μόνιμους κατοίκους.',
         'Ο δήμαρχος της Μικρής Πέτρας χαιρέτισε την απόφαση, ζήτησε όμως και ένα δρομολόγιο την Κυριακή, ώστε οι μαθητές να επιστρέφουν στο γυμνάσιο.',
         'Η σύμβαση με την εταιρεία υπογράφεται την επόμενη εβδομάδα και ισχύει για τέσσερα χρόνια.']
    menu = ''.join(f'<tr><td class="m"><a href="{i}.htm">{t}</a></td></tr>' for i, t in enumerate(['Αρχική', 'Το Υπουργείο', 'Νομοθεσία', 'Προκηρύξεις', 'Δελτία Τύπου', 'Επικοινωνία']))
    return Page('el', title, '2026-03-12', None, [title, *p], f'''<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1253"><title>ΥΠΟΥΡΓΕΙΟ ΝΗΣΙΩΝ - {title}</title></head>
<body><table width="100%"><tr><td colspan="2"><img src="logo.gif"> ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ</td></tr><tr><td width="180" valign="top"><table>{menu}</table></td><td valign="top">
<table width="90%"><tr><td>ΓΡΑΦΕΙΟ ΤΥΠΟΥ</td><td align="right">Αθήνα, 12 Μαρτίου 2026</td></tr><tr><td colspan="2" align="center"><u>ΔΕΛΤΙΟ ΤΥΠΟΥ</u></td></tr>
<tr><td colspan="2" align="center"><b>{title}</b></td></tr><tr><td colspan="2">{tags('p', p, ' align="justify"')}</td></tr></table></td></tr>
<tr><td colspan="2" align="center"><a href="s.htm">Χάρτης ιστοτόπου</a> | <a href="o.htm">Όροι χρήσης</a></td></tr></table></body></html>''', 'windows-1253')


def interview():
    """Ukrainian: questions in bold, answers below, a box about the person, a call to a channel between; an old encoding."""
    title = '«Я рахую лелек двадцять років»: розмова з учителькою, яка веде щоденник птахів'
    deck = 'Учителька біології Ольга Мельник записує, коли повертаються лелеки. Її зошитами тепер користуються вчені.'
    qa = [('Коли ви почали свій щоденник?', 'У 2006 році, навесні. Тоді на стовпі біля школи вперше оселилася пара, і діти щодня питали мене, коли будуть пташенята.'),
          ('Що змінилося за цей час?', 'Лелеки прилітають на одинадцять днів раніше. У перші роки я записувала кінець березня, а торік перший птах був уже чотирнадцятого.'),
          ('Як про ваші зошити дізналися вчені?', 'Мій колишній учень вступив на біологічний факультет і розповів про них викладачеві. Через місяць приїхали троє людей і сфотографували кожну сторінку.'),
          ('Чи допомагають вам учні?', 'Звісно. У нас є графік чергувань, кожен клас стежить за одним гніздом. Найбільше люблять це п’ятикласники, бо їм дозволяють узяти бінокль.'),
          ('Що порадите тим, хто хоче почати?', 'Купити зошит і не чекати слушної нагоди. Один запис на день, навіть якщо нічого не сталося.')]
    body = ''.join(f'<p><strong>— {q}</strong></p><p>— {a}</p>' + ('<p class="tg"><a href="https://t.me/x">Підписуйтесь на наш телеграм-канал</a></p>' if i == 2 else '') for i, (q, a) in enumerate(qa))
    return Page('uk', title, '2026-04-02', 'Ірина Гончар', [title, deck, *(t for q, a in qa for t in (q, a))], f'''<!DOCTYPE html><html lang="uk"><head><meta charset="windows-1251"><title>{title} | Наш край</title></head>
<body><div class="shapka"><a href="/">Наш край</a><a href="/news">Новини</a><a href="/ludy">Люди</a></div><div class="wrapper"><div class="post_news"><h1 class="post_news__title">{title}</h1>
<div class="post_news__date">Четвер, 2 квітня 2026, 10:30</div><div class="post_news__author"><a href="/authors/honchar/">Ірина Гончар</a></div>
<div class="post_news__text"><p class="lid">{deck}</p>{body}</div><div class="post_news__tags"><a href="/tags/1">птахи</a><a href="/tags/2">школа</a></div></div>
<div class="news_feed">{''.join(f'<div class="item"><span>0{i}:15</span><a href="/{i}">{t}</a></div>' for i, t in enumerate(['Ремонт мосту завершено', 'Дощі до п’ятниці', 'Відкрили новий музей', 'Ціни на хліб']))}</div></div>
<div class="pidval">© 2026 Наш край</div></body></html>''', 'windows-1251')


def two_sentences():
    """Swedish: a very short story between menus and teasers that have far more words."""
    title = 'Älg sprang genom köpcentrum i Norrberga'
    p = ['En älg sprang på onsdagsmorgonen genom köpcentrumet Linden i Norrberga och ut på parkeringen på andra sidan. Ingen människa skadades, säger polisen, men en glasdörr gick sönder.']
    teasers = ['Kommunen höjer avgiften för förskolan', 'Så blir vädret i helgen', 'Hon vann guld i skytte', 'Ny rondell vid sjukhuset', 'Biografen stänger efter nittio år']
    cards = ''.join(f'<section class="puff"><a href="/{i}"><h2>{t}</h2><p>{t}, enligt uppgifter till tidningen. Läs hela artikeln om vad som händer nu och vad de boende tycker.</p></a></section>' for i, t in enumerate(teasers * 3))
    return Page('sv', title, '2026-10-07', 'Elin Sandström', [title, *p], f'''<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{title} | Norrbladet</title><meta property="og:site_name" content="Norrbladet"></head>
<body><div id="app"><div class="Topp"><a href="/">Norrbladet</a><a href="/nyheter">Nyheter</a><a href="/sport">Sport</a></div><div class="Sida"><div class="Artikel-kolumn"><div class="Vinjett">Nyheter</div>
<h1 class="Rubrik">{title}</h1><div class="Artikel-meta"><span>Publicerad 7 oktober 2026 kl 08.12</span><span>Elin Sandström</span></div><div class="Brodtext">{tags('p', p)}</div><div class="Dela"><a href="#">Dela</a></div></div>
<div class="Flode">{cards}</div></div><div class="Fot">Ansvarig utgivare: Norrbladet</div></div></body></html>''')


def transcript():
    """A broadcast in words: speakers in bold before what they say, times, a player, a note that it was made in a hurry."""
    title = 'Why a town of bakers is running out of flour'
    lines = [('ANNA FROST, HOST:', 'In the hill town of Cawdry, there are nine bakeries for four thousand people. And this week, none of them has flour.'),
             ('FROST:', 'Our reporter Ben Okello went to find out where it went. Good morning, Ben.'),
             ('BEN OKELLO, BYLINE:', 'Good morning, Anna. It went nowhere. It is sitting in a barge eleven miles down the river.'),
             ('(SOUNDBITE OF BOAT ENGINE)', ''),
             ('OKELLO:', 'The lock at Wending broke on Sunday, and the only spare gate is in another country. The captain, Rosa Trent, has slept on board since.'),
             ('ROSA TRENT:', 'I have two hundred tons of flour and a kettle. I keep telling people I could bake them a loaf, but I have no oven.'),
             ('OKELLO:', 'The bakers have hired tractors. The first bags should arrive tonight, and the line outside Miller and Daughter has already formed.'),
             ('FROST:', 'Ben Okello, thank you.'),
             ('OKELLO:', 'You are welcome.')]
    body = ''.join(f'<p><b class="spk">{a}</b> {b}</p>' for a, b in lines)
    return Page('en', title, '2026-09-18', 'Ben Okello', [title, *(f'{a} {b}'.strip() for a, b in lines)], f'''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} : Hill Radio</title><meta name="date" content="2026-09-18"></head><body>
<header class="bar"><a href="/">Hill Radio</a><nav><a href="/listen">Listen live</a><a href="/shows">Shows</a></nav></header><main><section class="main-section"><article class="story"><div class="slug"><h3><a href="/business">Business</a></h3></div>
<div class="storytitle"><h1>{title}</h1></div><div class="story-meta"><div class="dateblock"><time datetime="2026-09-18T05:04:00-04:00">September 18, 2026 5:04 AM</time></div><div class="heard">Heard on Dawn Edition</div><p class="byline__name">By <a href="/people/1">Ben Okello</a></p></div>
<div class="audio-module"><b>3-Minute Listen</b><ul><li><a href="/d">Download</a></li><li><a href="/e">Embed</a></li></ul></div><div class="transcript storytext">{body}<p class="disclaimer">Transcripts are made in a hurry and may be corrected later. The record of this program is its audio.</p></div></article></section></main>
<aside class="more"><h2>More from Dawn Edition</h2><ul><li><a href="/1">A choir that sings for trains</a></li><li><a href="/2">The last typewriter shop</a></li></ul></aside><footer>Hill Radio</footer></body></html>''')


def open_encyclopedia():
    """A wiki of news: the date opens the text, a box of related news within it, sources and buttons below."""
    title = 'Fossil whale found beneath car park in Harrow Bay'
    p = ['Builders at Harrow Bay have found the bones of a whale beneath a car park, the county museum confirmed on Friday. The skeleton is about nine metres long and nearly complete.',
         'The find was made on Tuesday, when a digger hit what its driver took for a pipe. "I switched off at once, because pipes do not have teeth," said Colm Hardy, who has worked on the site since January.',
         'Museum geologist Dr Aisha Rahman said the animal had lived some five million years ago, when the sea reached far inland. She called it the best preserved whale found in the county.',
         'Work on the site has stopped for six weeks. The council said that the flats planned there would be finished later than announced, but did not give a date.']
    sources = ['"Museum confirms whale" – Harrow Courier, March 13, 2026', '"Bones under the tarmac" – Bay Radio, March 12, 2026']
    return Page('en', title, '2026-03-14', None, [title, *p], f'''<!DOCTYPE html><html class="client-js" lang="en" dir="ltr"><head><meta charset="UTF-8"><title>{title} - Freenews, the news you can edit</title><link rel="canonical" href="https://en.freenews.example/wiki/Fossil_whale"></head>
<body class="skin-vector mediawiki ltr ns-0 page-Fossil_whale action-view"><div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><a id="top"></a><div class="mw-indicators"></div>
<h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{title}</span></h1><div id="bodyContent" class="vector-body"><div id="siteSub">From Freenews, the news you can edit</div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<div id="mw-content-text" class="mw-body-content mw-content-ltr"><div class="mw-parser-output"><p><strong class="published"><span id="publishDate" class="value-title" title="2026-03-14">Saturday, March 14, 2026</span></strong></p>
<table class="infobox" style="float:right"><tbody><tr><th>Science and technology</th></tr><tr><td><b>Related articles</b><ul><li><a href="/w/1">Comet passes near the Moon</a></li><li><a href="/w/2">New island named</a></li></ul></td></tr><tr><td>Collaborate! <a href="/p">Pillars of writing</a></td></tr></tbody></table>
{tags('p', p)}<h2><span class="mw-headline" id="Sources">Sources</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><ul>{''.join(f'<li><a rel="nofollow" class="external text" href="https://x.example">{s}</a></li>' for s in sources)}</ul>
<table class="plainlinks social"><tr><td><a href="/f">Share on Facebook</a></td><td><a href="/x">Share on X</a></td></tr></table></div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <ul><li><a href="/c1">March 14, 2026</a></li><li><a href="/c2">Published</a></li></ul></div></div></div>
<div id="mw-navigation"><h2>Navigation menu</h2><ul><li><a href="/m">Main Page</a></li><li><a href="/r">Random article</a></li></ul></div><footer id="footer" class="mw-footer"><ul><li>This page was last edited on 15 March 2026, at 09:10.</li><li>All text is available under its licence.</li></ul></footer></body></html>''')


def forum():
    """Turkish: the report is the first post of a thread, its answers together are longer, each with a signature; an old encoding."""
    title = 'Köyümüzün çeşmesi yüz yıl sonra yeniden akıyor'
    p = ['Merhaba arkadaşlar, Yukarıpınar köyünün meydanındaki taş çeşme geçen pazar günü yeniden akmaya başladı. Çeşme 1924 yılında yapılmış, otuz yıl önce kurumuştu.',
         'Muhtar Hüseyin Demirel, eski su yolunu bulmak için köyün yaşlılarıyla iki yaz boyunca çalıştıklarını anlattı. "Babam bize hep cevizin altından geçtiğini söylerdi, haklıymış" dedi.',
         'Masrafın tamamını köylüler karşıladı, taş ustası ise para almadı. Açılışa komşu köylerden gelenlerle birlikte üç yüz kişi katıldı.',
         'Suyun tahlili yapıldı ve içilebilir olduğu anlaşıldı. Çeşmenin yanına gelecek ay bir de ceviz fidanı dikilecek.']
    answers = ['Ellerinize sağlık, çocukluğumda o çeşmenin başında oynardık. İnşallah yazın geldiğimizde biz de kana kana içeriz.', 'Çok güzel bir haber olmuş, paylaşım için teşekkürler. Bizim köyde de iki çeşme var ama ikisi de kurudu.',
               'Taş ustasının adını da yazsaydınız keşke, böyle insanlar unutulmasın. Ben kendisini tanıyorum, çok mütevazı biridir.', 'Fotoğraf da ekler misiniz lütfen? Uzaktayız, göremiyoruz, çok merak ettik doğrusu.']

    def post(number, user, shown, text):
        return f'''<div id="p{number}" class="post has-profile"><div class="inner"><dl class="postprofile"><dt><a href="./memberlist.php?u={number}" class="username">{user}</a></dt><dd class="profile-rank">Üye</dd><dd><strong>Mesajlar:</strong> {number * 37}</dd></dl>
<div class="postbody"><div id="post_content{number}"><h3><a href="#p{number}">{'' if number == 1 else 'Ynt: '}{title}</a></h3><p class="author"><a href="#p{number}">Mesaj</a> gönderen <strong><a href="./memberlist.php?u={number}" class="username">{user}</a></strong> » {shown}</p>
<div class="content">{text}</div><div class="signature">Damlaya damlaya göl olur.</div></div></div></div></div><hr class="divider" />'''
    posts = post(1, 'sukiyisi', '03 Ağu 2026, 21:14', '<br>\n<br>\n'.join(esc(t) for t in p)) + ''.join(
        post(i, f'uye{i}', f'0{i + 2} Ağu 2026, 10:0{i}', f'{a} {answers[(i + 1) % 4]}') for i, a in enumerate(answers * 2, 2))
    return Page('tr', title, '2026-08-03', 'sukiyisi', [title, *p], f'''<!DOCTYPE html><html dir="ltr" lang="tr"><head><meta charset="windows-1254" /><title>{title} - Köy Forumu</title></head><body id="phpbb" class="nojs section-viewtopic ltr"><div id="wrap" class="wrap">
<div id="page-header"><div class="headerbar" role="banner"><div id="site-description"><h1>Köy Forumu</h1><p>Haberleşme ve dayanışma</p></div></div><div class="navbar" role="navigation"><ul><li><a href="./index.php">Anasayfa</a></li><li><a href="./faq.php">SSS</a></li></ul></div></div>
<div id="page-body" class="page-body" role="main"><h2 class="topic-title"><a href="./viewtopic.php?t=81">{title}</a></h2><div class="action-bar bar-top"><a href="./posting.php">Cevapla</a> 9 mesaj • 1. sayfa (Toplam 1 sayfa)</div>{posts}
<div class="action-bar actions-jump"><a href="./viewforum.php">Geri dön</a></div><div class="stat-block online-list"><h3>Kimler çevrimiçi</h3><p>Bu forumu görüntüleyen kullanıcılar: Hiç bir kayıtlı kullanıcı yok ve 2 misafir</p></div></div></div></body></html>''', 'windows-1254')


def picture_essay():
    """Hebrew: the story is told by long captions of pictures in figures, each with a credit; an old encoding, not told."""
    title = 'יום אחד בשוק הדגים של נמל אלמוג'
    deck = 'בארבע לפנות בוקר, כשהעיר עוד ישנה, מתחילה המכירה הגדולה ברציף המזרחי.'
    captions = ['בשעה ארבע מגיעות הסירות הראשונות. יעקב סלע, בן שבעים ואחת, פורק ארגזים מאז שהיה ילד ומכיר כל דייג בשמו הפרטי.',
                'המכירה נמשכת פחות משעה. הקונים מרימים אצבע אחת, והכרוז ממשיך בלי להביט. "מי שמתבלבל משלם", אומרת הסוחרת רחל ביטון.',
                'בקצה הרציף ממתינים החתולים. העירייה סופרת אותם פעם בשנה, והשנה נמצאו שם מאה ושלושים.',
                'בשמונה בבוקר השוק ריק. שני פועלים שוטפים את הרצפה במי ים, ובתי הקפה שמסביב מתמלאים בריח של קפה ומלח.',
                'אחר הצהריים מתקנים רשתות. "פעם היינו עשרים איש בשורה הזאת", מספר הדייג מוסא חדאד, "והיום אנחנו ארבעה".']
    figures = ''.join(f'<figure class="pic"><a href="big{i}.jpg"><img src="{i}.jpg" width="900"></a><figcaption>{esc(c)} <small>צילום: נועה ארד</small></figcaption></figure>' for i, c in enumerate(captions))
    return Page('he', title, '2026-07-09', 'נועה ארד', [title, deck, *(f'{c} צילום: נועה ארד' for c in captions)], f'''<html dir="rtl"><head><title>{title} - החוף</title></head><body><div class="rosh"><a href="/">החוף</a> <a href="/h">חדשות</a> <a href="/t">תרבות</a></div>
<div class="amud"><h1>{title}</h1><h2>{deck}</h2><div class="katav">מאת נועה ארד</div><div class="taarich">9 ביולי 2026</div>{figures}<div class="tguvot"><h4>תגובות</h4><p>תמונות נהדרות, תודה רבה</p><p>הזכרתם לי את סבא שלי</p></div></div>
<div class="tzad"><a href="/1">הגשר ייפתח ביום ראשון</a><a href="/2">גן חדש ברחוב התמר</a><a href="/3">מחירי הלחם עולים</a></div></body></html>''', 'windows-1255')


def first_of_many():
    """A page of a section: the first entry is the whole story, the others are teasers with a link to go on."""
    title = 'गाँव की लड़कियों ने बनाई अपनी साइकिल टीम'
    p = ['सोनपुर गाँव की चौदह लड़कियों ने मिलकर अपनी साइकिल टीम बनाई है। वे हर सुबह नहर के किनारे बारह किलोमीटर साइकिल चलाती हैं।',
         'टीम की कप्तान रेखा कुमारी ने बताया, "पहले लोग हँसते थे, अब वे रास्ते में पानी लेकर खड़े रहते हैं।" तीन साइकिलें गाँव के शिक्षक ने अपने पैसे से खरीदीं।',
         'पिछले महीने टीम ने जिला प्रतियोगिता में दूसरा स्थान पाया। जिलाधिकारी ने सड़क की मरम्मत और दस नई साइकिलों का वादा किया है।',
         'रेखा का सपना है कि टीम अगले साल राज्य की दौड़ में भाग ले। "हमें बस अच्छे टायर चाहिए," वह कहती हैं।']
    others = ['नदी पर नया पुल तैयार', 'आम की फसल इस बार अच्छी', 'स्कूल में खुला पुस्तकालय', 'बिजली की दरें नहीं बढ़ेंगी']
    rest = ''.join(f'<div class="post type-post"><h2 class="entry-title"><a href="/{i}">{t}</a></h2><div class="entry-meta">13 मार्च 2026 · अनिल वर्मा</div><div class="entry-summary"><p>{t}। अधिकारियों ने गुरुवार को इसकी जानकारी दी और कहा कि काम समय पर पूरा हुआ […] <a href="/{i}">आगे पढ़ें</a></p></div></div>' for i, t in enumerate(others))
    return Page('hi', title, '2026-03-14', 'सुनीता यादव', [title, *p], f'''<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>{title} – गंगा समाचार</title></head><body class="home blog"><div id="page"><div class="site-branding"><a href="/">गंगा समाचार</a></div><div class="main-navigation"><a href="/g">गाँव</a> <a href="/k">खेल</a></div>
<div id="content"><div class="post type-post sticky"><h2 class="entry-title"><a href="/cycle">{title}</a></h2><div class="entry-meta">14 मार्च 2026 · <span class="author vcard">सुनीता यादव</span></div><div class="entry-content">{tags('p', p)}</div></div>{rest}
<div class="nav-links"><a href="/page/2">पुरानी खबरें</a></div></div><div class="site-info">© गंगा समाचार</div></div></body></html>''')


def unclosed():
    """Traditional Chinese: paragraphs are never closed, fonts and line breaks make the layout, an old encoding that is not told."""
    title = '老戲院重新開幕，居民徹夜排隊買票'
    p = ['停業十九年的光明戲院昨晚重新開幕，第一場電影的三百張門票在四十分鐘內售完。許多居民從前一天傍晚就開始排隊，有人還帶了棉被。',
         '戲院主人林秀珠今年六十八歲，她的父親在民國四十二年蓋了這座戲院。她說：「我只是想在自己還走得動的時候，再聽一次觀眾的笑聲。」',
         '整修花了三年，屋頂與座椅全部換新，但售票口、鐵門與手繪看板都保留下來。看板師傅陳振坤表示，他已經十五年沒有畫過這麼大的看板了。',
         '鎮公所計畫每週六放映老電影，學生憑證半價。下個月起，戲院二樓也會開放給本地的畫家展覽。']
    body = ''.join(f'<P><FONT SIZE="3">　　{esc(t)}' for t in p)
    return Page('zh', title, '2026-01-23', None, [title, *p], f'''<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><DIV ALIGN=center><A HREF="index.htm">首頁</A>｜<A HREF="local.htm">地方</A>｜<A HREF="sport.htm">體育</A></DIV><HR>
<DIV ALIGN=center><FONT SIZE="5" COLOR=#000080><B>{title}</B></FONT><BR><FONT SIZE="2">2026年1月23日</FONT></DIV>{body}
<HR><DIV ALIGN=center><FONT SIZE="2"><A HREF="1.htm">橋樑工程延後</A><BR><A HREF="2.htm">香蕉價格回穩</A><BR><A HREF="3.htm">圖書館週日休館</A></FONT></DIV></BODY></HTML>''', 'big5')


def more_comments_than_story():
    """Japanese: comments of readers, each a paragraph and longer than those of the story, with votes and answers; EUC."""
    title = '廃線の駅舎、パン屋として再出発'
    p = ['二〇一九年に廃止された山あいの駅舎が、二十日、パン屋として生まれ変わった。店の名は「終点」。改札口だった場所に、焼きたてのパンが並ぶ。',
         '店主の宮下遥さん（三十四）は、この駅から高校に通った。「朝の匂いを、もう一度ここに戻したかった」と話す。窯は、町の鉄工所が線路を溶かして作った。',
         '初日は百人を超える客が訪れ、昼前にすべて売り切れた。店は金曜から月曜まで、朝七時に開く。']
    comments = ['子どものころ、祖母に会いに行くときはいつもこの駅で降りていました。駅員さんが手を振ってくれたことを、今でもはっきり覚えています。来月、家族で行ってみようと思います。',
                '線路を溶かして窯を作るという発想がすばらしいですね。地方の駅はどこも壊されるばかりで寂しい思いをしていたので、こういう形で残してくれる人がいることに感謝したいです。',
                '応援したい気持ちはありますが、あの場所で冬に商売を続けるのは大変だと思います。雪の日は道が閉ざされますし、町も除雪などで支えてほしいと思います。',
                'パンの味も気になりますが、待合室のベンチがそのまま残っているのがうれしいです。写真で見ただけで泣きそうになりました。']
    thread = ''.join(f'<li class="UserCommentItem"><article><h3>user{i:03}</h3><p>{c}</p><div><button>返信 {i}</button><span>共感した {i * 31}</span><span>なるほど {i}</span></div></article></li>' for i, c in enumerate(comments * 3, 1))
    return Page('ja', title, '2026-11-20', None, [title, *p], f'''<!DOCTYPE html><html lang="ja"><head><meta charset="euc-jp"><title>{title}（山びこ新聞） - まとめポータル</title><meta property="og:title" content="{title}（山びこ新聞） - まとめポータル"></head><body><div id="wrapper"><div class="gHeader"><a href="/">まとめポータル</a><a href="/l">地域</a><a href="/s">スポーツ</a></div>
<div id="uamods"><header><h1>{title}</h1><p><time>11/20(金) 18:02</time>配信 2026年11月20日</p></header><div class="article_body">{tags('p', p)}</div><div class="provider"><a href="/m">山びこ新聞</a></div></div>
<div id="uamods-comment"><h2>コメント 1,208件</h2><ul>{thread}</ul><a href="/c">すべてのコメントを見る</a></div><div class="related"><h2>関連記事</h2><a href="/1">峠の茶屋、百年の歴史に幕</a><a href="/2">新しい橋が開通</a></div></div></body></html>''', 'euc-jp')


def pinned_live_blog():
    """Arabic: a summary is pinned above the entries of a live report, which are no articles; an old encoding, told wrongly."""
    title = 'مباشر: فيضان النهر يقطع الطريق إلى ثلاث قرى'
    points = ['ارتفع منسوب النهر مترين خلال الليل', 'أُجلي نحو أربعمئة شخص إلى المدارس', 'لا أنباء عن ضحايا حتى الآن']
    entries = [('11:40', 'قال محافظ المنطقة سالم الخطيب إن فرق الإنقاذ وصلت إلى القرى الثلاث، وإن الماء بدأ ينحسر ببطء منذ الفجر.'),
               ('10:55', 'فُتحت أبواب مدرستين في المدينة لاستقبال العائلات، ويوزع المتطوعون البطانيات والخبز والماء.'),
               ('09:30', 'تقول المزارعة أم ياسين: «خرجنا ليلاً ومعنا الأبقار، وتركنا كل شيء وراءنا». وقد غمرت المياه بيتها حتى النوافذ.'),
               ('08:15', 'أعلنت الأرصاد الجوية أن الأمطار ستتوقف ظهراً، لكنها حذرت من موجة ثانية مساء الجمعة.'),
               ('07:05', 'أغلقت الشرطة الجسر القديم أمام السيارات خوفاً من انهياره، ونصحت السائقين بسلوك الطريق الجبلي.')]
    feed = ''.join(f'<div class="lb-post" id="b{i}"><span class="lb-time">{t}</span><div class="lb-body"><p>{esc(text)}</p></div><div class="lb-share"><a href="#">فيسبوك</a> <a href="#">واتساب</a></div></div>' for i, (t, text) in enumerate(entries))
    return Page('ar', title, '2026-12-03', None, [title, 'أبرز النقاط', *points, *(text for _, text in entries)], f'''<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>{title} | صوت الوادي</title></head><body><div class="sh-top"><a href="/">صوت الوادي</a><a href="/a">أخبار</a><a href="/r">رياضة</a></div>
<div class="lb-wrap"><h1>{title}</h1><div class="lb-date">3 ديسمبر 2026</div><div class="lb-pinned"><h2>أبرز النقاط</h2><ul>{''.join(f'<li>{t}</li>' for t in points)}</ul></div><div class="lb-feed">{feed}</div><button>تحميل المزيد</button></div>
<div class="sh-most"><h3>الأكثر قراءة</h3><ul>{''.join(f'<li><a href="/{i}">{t}</a></li>' for i, t in enumerate(['افتتاح سوق جديد', 'أسعار القمح ترتفع', 'فوز فريق الوادي']))}</ul></div></body></html>''', 'windows-1256')


def telephone_interview():
    """German, for telephones: questions in italics, unclosed paragraphs, the next story loaded below."""
    title = '„Ein Leuchtturm ist nie fertig“'
    deck = 'Seit vier Jahrzehnten streicht Malermeister Hinrich Petersen denselben Turm. Ein Gespräch über Farbe, Salz und Schwindel.'
    qa = [('Herr Petersen, wie oft haben Sie den Turm schon gestrichen?', 'Elfmal von unten bis oben. Alle vier Jahre fängt man wieder an, das Salz frisst die Farbe schneller, als man glaubt.'),
          ('Haben Sie nie Angst gehabt?', 'Einmal, im Herbst 1998. Da kam eine Böe, und der Eimer flog bis aufs Watt. Seitdem esse ich vorher nichts mehr.'),
          ('Warum ist er eigentlich rot und weiß?', 'Damit man ihn am Tag sieht. Bei Schnee hilft das Rot, vor dunklen Wolken das Weiß. Das hat mein Vater mir erklärt, der hat ihn vor mir gestrichen.'),
          ('Wer macht es nach Ihnen?', 'Meine Enkelin will. Sie ist neunzehn und klettert besser als ich damals. Nur rechnen muss sie noch lernen: Man braucht zweihundert Liter.')]
    body = ''.join(f'<p><em>{q}</em><p>{a}' for q, a in qa)
    return Page('de', title, '2026-08-21', 'Wiebke Thomsen', [title, deck, *(t for q, a in qa for t in (q, a))], f'''<!doctype html><html ⚡ lang="de"><head><meta charset="utf-8"><title>Interview: {title} - Inselpost</title><link rel="canonical" href="https://inselpost.example/leben/leuchtturm-a-81.html"><meta name="last-modified" content="2026-08-23"></head>
<body><amp-consent layout="nodisplay"><div id="cui"><p>Wir und unsere Partner verarbeiten Daten, um Inhalte zu messen. Mit einem Abonnement lesen Sie ohne Werbung.</p><button on="tap:c.accept">Zustimmen</button></div></amp-consent><header><a href="/">Inselpost</a></header>
<article><div class="kicker">Interview</div><h1>{title}</h1><p class="vorspann">{deck}</p><p class="autorzeile">Ein Interview von <b>Wiebke Thomsen</b></p><p class="datum">21. August 2026</p><amp-img src="t.jpg" width="3" height="2"></amp-img>{body}</article>
<amp-next-page><section class="next"><h1>Fähre fällt am Wochenende aus</h1><p>Die Fähre zum Festland fällt am Samstag und Sonntag aus, weil das Schiff in die Werft muss. Die Reederei bietet Busse über den Damm an.<p>Wer schon eine Fahrkarte hat, bekommt sein Geld zurück. Am Montag fährt das Schiff wieder nach Plan, sagte ein Sprecher.</section></amp-next-page><amp-ad></amp-ad><footer>Impressum</footer></body></html>''')


def poem():
    """A poem with its lines broken, a paragraph by the editors before it and one about the poet after it."""
    title = 'Le sel sur le seuil'
    intro = 'Chaque dimanche, la rédaction publie un poème inédit. Cette semaine, trois strophes venues de la presqu’île.'
    stanzas = [['J’ai laissé la clé sous la pierre plate,', 'la lampe allumée, le pain sur le bois,', 'et le vent du soir qui jamais ne hâte', 'les pas de celui qui rentre chez soi.'],
               ['Il reste du sel au bord de la porte,', 'un reste d’été dans le pli du drap,', 'la mer qui revient, la mer qui emporte', 'le nom qu’on disait, que l’on ne dit pas.'],
               ['Si tu viens un jour, ne dis rien, regarde :', 'le figuier est haut, le puits est profond.', 'La nuit sur le toit fait toujours sa garde', 'et les hirondelles vont, viennent, s’en vont.']]
    body = ''.join(f'<p class="strophe">{"<br/>".join(esc(line) for line in stanza)}</p>' for stanza in stanzas)
    return Page('fr', title, '2026-05-31', 'Anne-Lise Kermarec', [title, intro, *('\n'.join(s) for s in stanzas)], f'''<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} - La Presqu’île</title><meta property="og:site_name" content="La Presqu’île"></head><body><div class="entete"><a href="/">La Presqu’île</a><ul><li><a href="/c">Culture</a></li><li><a href="/s">Sports</a></li></ul></div>
<div class="contenu-article"><div class="rubrique"><a href="/poeme">Le poème du dimanche</a></div><h1>{title}</h1><div class="signature">Par <span class="nom">Anne-Lise Kermarec</span></div><div class="date-pub">Publié le 31 mai 2026</div><p class="chapo">{intro}</p>{body}</div>
<div class="bloc-lire"><h3>Lire aussi</h3><ul><li><a href="/1">Le phare rouvre ses portes</a></li><li><a href="/2">Un marché de nuit tout l’été</a></li></ul></div><div class="pied">Mentions légales</div></body></html>''')


LAYOUTS = [saved_by_browser, three_stories, breaks_alone, numbered_list, ministry_table, interview, two_sentences, transcript, open_encyclopedia,
           forum, picture_essay, first_of_many, unclosed, more_comments_than_story, pinned_live_blog, telephone_interview, poem]


def list_shape_pages():
    for layout in LAYOUTS:
        page = layout()
        yield {'name': f'{page.language}-{layout.__name__}', 'bytes': page.markup.encode(page.encoding, 'xmlcharrefreplace'),
               'text': '\n\n'.join(page.blocks), 'title': page.title, 'date': page.date, 'byline': page.byline}
