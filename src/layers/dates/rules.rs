//! The rules of this layer. Values follow ISO 8601-1 and, where that cannot say it, ISO 8601-2 (EDTF).

crate::document::rule::rules! {
    DAY = "date.day", "a day of a month by its name, with or without its year",
        "Styrelsen möts ⟦den 23 september 2022⟧ i Mariestad.", "Per Mars 23 sidor om Maj:s resa.";
    DAYS = "date.days", "a range of days within one month",
        "Stormötet hålls ⟦14–15 december⟧.", "Se sidorna 14–15 i bilagan.";
    DAY_OF_THIS_MONTH = "date.day-of-this-month", "a day of the document's month in the old style (innevarande, dennes)",
        "Protokollet för ⟦den 3 innevarande⟧ justerades.", "Den 3 i ordningen var sen.";
    DAY_IN_FIGURES = "date.day-in-figures", "a day in figures: year first, or day first with slash or full stops",
        "Skrivelsen är daterad ⟦2023-02-14⟧.", "Ärendet har nummer KS 2023-02-144, och 2/3 röstade ja.";
    WEEKDAY = "date.weekday", "a weekday near the document's date",
        "Vi ses ⟦på torsdag⟧.", "Vi ses på torsdagar.";
    MONTH = "date.month", "a month, with or without its year",
        "Planen antogs i ⟦november 2015⟧.", "Maj Karlsson och Per Mars lämnade in en motion.";
    YEAR = "date.year", "a year or a range of years",
        "Avtalet gäller ⟦2019–2022⟧.", "Se SFS 2017:725, dnr KS 2022/123 och Agenda 2030. Det kostar 2022 kronor.";
    DECADE = "date.decade", "a decade or century",
        "Huset byggdes på ⟦1970-talet⟧.", "Drygt 70-talet personer och ett 20-tal barn kom.";
    SEASON = "date.season", "a season, with or without its year",
        "Böterna utfärdades under ⟦sommaren 2021⟧.", "I vår kommun är våren vacker.";
    PART_OF_YEAR = "date.part-of-year", "a quarter, tertial or half of a year (ISO 8601-2)",
        "Utfallet för ⟦första tertialet 2023⟧ är gott.", "Var fjärde kvartal skrivs en rapport.";
    SEMESTER = "date.semester", "a semester: January to June, July to December",
        "Kursen ges ⟦höstterminen 2023⟧.", "HTM1 är höstens möte.";
    LONG_PERIOD = "date.long-period", "a school year, budget year or term of office, or the turn of a year or month",
        "Det gäller ⟦läsåret 2022/23⟧.", "Under läsåret hålls fyra möten.";
    FEAST = "date.feast", "a feast of the Swedish calendar or its evening (lag 1989:253)",
        "Badet är stängt ⟦midsommarafton⟧.", "Varje midsommarafton dansar vi.";
    CLOCK = "date.clock", "a clock time, on the document's day",
        "Mötet öppnas ⟦kl. 13.00⟧.", "Spritdrycker må ej utskänkas före klockan 16.";
    RELATIVE = "date.relative", "what is told from the document's date: i går, nästa vecka, om tre år",
        "Mötet hölls ⟦i går⟧.", "Hon har bott där i två år och arbetar 40 timmar i veckan.";
    SAME = "date.same", "the day or year last named",
        "Den 3 maj 2023 kom brevet, och ⟦samma dag⟧ svarade hon.", "Hon skrev samma brev en annan dag.";
    RANGE = "date.range", "two dates of one kind joined by a dash, by till, or by mellan … och",
        "Protokoll från ⟦30 november–2 december 2022⟧.", "Från den 1 maj 2023 och under 2024.";
}
