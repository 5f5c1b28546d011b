//! Days, hours, lengths and counts come out as people write them in each language.

use chrono::NaiveDate;
use plenary::model::{CivilTime, Language, Span};
use plenary::texts::{Texts, dates};

#[test]
fn days_and_spans_read_as_people_write_them() {
    let (english, russian) = (Texts::new(Language::English), Texts::new(Language::Russian));
    let check = |write: &dyn Fn(&Texts) -> String, in_english: &str, in_russian: &str| {
        assert_eq!((write(&english).as_str(), write(&russian).as_str()), (in_english, in_russian));
    };
    let opening = day(2025, 11, 17);
    check(&|t| dates::day_long(t, opening), "Monday 17 November 2025", "понедельник, 17 ноября 2025 года");
    check(&|t| dates::day_short(t, opening), "Mon 17 Nov", "пн 17 ноя");
    check(&|t| dates::day_tiny(t, opening), "17", "17");
    check(&|t| dates::month_year(t, opening), "November 2025", "ноябрь 2025");
    check(&|t| dates::weekday(t, day(2025, 11, 23)).to_owned(), "Sunday", "воскресенье");
    check(&|t| dates::dates_text(t, opening, opening), "17 November 2025", "17 ноября 2025 года");
    check(&|t| dates::dates_text(t, opening, day(2025, 11, 28)), "17–28 November 2025", "17–28 ноября 2025 года");
    let wide = ("28 October – 3 November 2025", "28 октября – 3 ноября 2025 года");
    check(&|t| dates::dates_text(t, day(2025, 10, 28), day(2025, 11, 3)), wide.0, wide.1);

    let span = |from: &str, to: &str| Span::new(from.parse::<CivilTime>().unwrap(), to.parse().unwrap());
    let morning = span("2025-11-17T09:30", "2025-11-17T10:45");
    check(&|t| dates::span_text(t, morning), "Mon 17 Nov 09:30–10:45", "пн 17 ноя 09:30–10:45");
    check(&|t| dates::clock_span(t, morning), "09:30–10:45", "09:30–10:45");
    let night = span("2025-11-17T22:00", "2025-11-18T01:00");
    check(&|t| dates::span_text(t, night), "Mon 17 Nov 22:00 – Tue 18 Nov 01:00", "пн 17 ноя 22:00 – вт 18 ноя 01:00");
    check(&|t| dates::clock_span(t, night), "22:00–01:00 (+1)", "22:00–01:00 (+1)");
    let evening = span("2025-11-17T22:00", "2025-11-18T00:00");
    check(&|t| dates::span_text(t, evening), "Mon 17 Nov 22:00–24:00", "пн 17 ноя 22:00–24:00");
    let days = span("2025-11-17T00:00", "2025-11-19T00:00");
    check(&|t| dates::span_text(t, days), "Mon 17 Nov – Tue 18 Nov", "пн 17 ноя – вт 18 ноя");
    let instant = span("2025-11-17T00:00", "2025-11-17T00:00");
    check(&|t| dates::clock_span(t, instant), "00:00–00:00", "00:00–00:00");
}

#[test]
fn dates_stand_in_the_order_of_each_language() {
    let written = |language| {
        let texts = &Texts::new(language);
        let opening = day(2025, 11, 17);
        [
            dates::day_long(texts, opening),
            dates::day_short(texts, opening),
            dates::month_year(texts, opening),
            dates::dates_text(texts, opening, opening),
            dates::dates_text(texts, opening, day(2025, 11, 28)),
            dates::dates_text(texts, day(2025, 10, 28), day(2025, 11, 3)),
            dates::dates_text(texts, day(2025, 12, 29), day(2026, 1, 1)),
        ]
    };
    let english = [
        "Monday 17 November 2025",
        "Mon 17 Nov",
        "November 2025",
        "17 November 2025",
        "17–28 November 2025",
        "28 October – 3 November 2025",
        "29 December 2025 – 1 January 2026",
    ];
    let french = [
        "lundi 17 novembre 2025",
        "lun. 17 nov.",
        "novembre 2025",
        "17 novembre 2025",
        "17–28 novembre 2025",
        "28 octobre – 3 novembre 2025",
        "29 décembre 2025 – 1er janvier 2026",
    ];
    let spanish = [
        "lunes 17 de noviembre de 2025",
        "lun 17 nov",
        "noviembre de 2025",
        "17 de noviembre de 2025",
        "17–28 de noviembre de 2025",
        "28 de octubre – 3 de noviembre de 2025",
        "29 de diciembre de 2025 – 1 de enero de 2026",
    ];
    let russian = [
        "понедельник, 17 ноября 2025 года",
        "пн 17 ноя",
        "ноябрь 2025",
        "17 ноября 2025 года",
        "17–28 ноября 2025 года",
        "28 октября – 3 ноября 2025 года",
        "29 декабря 2025 года – 1 января 2026 года",
    ];
    let chinese = [
        "2025年11月17日 星期一",
        "11月17日 周一",
        "2025年11月",
        "2025年11月17日",
        "2025年11月17–28日",
        "2025年10月28日 – 11月3日",
        "2025年12月29日 – 2026年1月1日",
    ];
    let arabic = [
        "الاثنين 17 نوفمبر 2025",
        "الاثنين 17 نوفمبر",
        "نوفمبر 2025",
        "17 نوفمبر 2025",
        "\u{2066}17–28\u{2069} نوفمبر 2025",
        "28 أكتوبر – 3 نوفمبر 2025",
        "29 ديسمبر 2025 – 1 يناير 2026",
    ];
    assert_eq!(Language::ALL.map(written), [english, french, spanish, russian, chinese, arabic]);
}

#[test]
fn lengths_have_the_units_of_each_language() {
    let written = |language| {
        let texts = &Texts::new(language);
        let [hours, mins] = [120, 75].map(|mins| dates::length_text(texts, mins));
        [hours, mins, dates::seconds_text(texts, 180), dates::seconds_text(texts, 200), dates::length_text(texts, -5)]
    };
    // French keeps a number and its unit on one line.
    let latin = ["2 h", "1 h 15 min", "3 min", "3 min 20 s", "0 min"];
    let french = ["2\u{a0}h", "1\u{a0}h 15\u{a0}min", "3\u{a0}min", "3\u{a0}min 20\u{a0}s", "0\u{a0}min"];
    let russian = ["2 ч", "1 ч 15 мин", "3 мин", "3 мин 20 с", "0 мин"];
    let chinese = ["2小时", "1小时15分钟", "3分钟", "3分钟20秒", "0分钟"];
    let arabic = ["ساعتان", "ساعة و15 دقيقة", "3 دقائق", "3 دقائق و20 ثانية", "0 دقيقة"];
    assert_eq!(Language::ALL.map(written), [latin, french, latin, russian, chinese, arabic]);
}

#[test]
fn counts_follow_the_language() {
    let days = |language, counts: &[i64]| {
        let texts = &Texts::new(language);
        counts.iter().map(|&days| dates::day_count(texts, days)).collect::<Vec<_>>()
    };
    assert_eq!(days(Language::English, &[0, 1, 2]), ["0 days", "1 day", "2 days"]);
    assert_eq!(days(Language::French, &[0, 1, 2]), ["0 jour", "1 jour", "2 jours"]);
    assert_eq!(days(Language::Spanish, &[0, 1, 2]), ["0 días", "1 día", "2 días"]);
    let russian = ["0 дней", "1 день", "2 дня", "5 дней", "11 дней", "21 день"];
    assert_eq!(days(Language::Russian, &[0, 1, 2, 5, 11, 21]), russian);
    assert_eq!(days(Language::Chinese, &[0, 1, 2]), ["0天", "1天", "2天"]);
    let arabic = ["0 يوم", "يوم واحد", "يومان", "3 أيام", "11 يوماً", "100 يوم"];
    assert_eq!(days(Language::Arabic, &[0, 1, 2, 3, 11, 100]), arabic);
    // The same forms in what is handed out.
    let sessions = |language, count: i32| Texts::new(language).text_with("handout-shown", &[("count", count.into())]);
    assert_eq!(sessions(Language::Russian, 22), "22 заседания");
    assert_eq!(
        [0, 2, 3, 86].map(|count| sessions(Language::Arabic, count)),
        ["لا جلسات", "جلستان", "3 جلسات", "86 جلسة"]
    );
    assert_eq!(sessions(Language::Chinese, 86), "86次会议");
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
