package muhafiz.domain.policy;

import java.util.stream.Stream;

/** Files whose services, calendar or YAML are broken. */
final class BrokenOffers {

    private BrokenOffers() {}

    static Stream<Broken> all() {
        return Stream.concat(Stream.concat(offers(), calendar()), yaml());
    }

    private static Stream<Broken> offers() {
        return Stream.of(
                new Broken("fifteen e-services", service16(), "", "eservices:", "15 e-services, exactly 16 expected"),
                new Broken(
                        "seventeen e-services",
                        "not_offered:",
                        "  - {nr: 17, id: TEA, name: a cup of tea, class: RC-APPT, docs: {required: []}}\nnot_offered:",
                        "eservices:",
                        "17 e-services, exactly 16 expected"),
                new Broken(
                        "two e-services of one id",
                        "id: WP-X,",
                        "id: TRP-X,",
                        "eservices:",
                        "service TRP-X stands twice"),
                new Broken(
                        "fees that are the same as each other in a circle",
                        "fee: {by_term: {P3M: {\"20\": 350, \"15\": 500, \"10\": 700}, P6M: {\"20\": 600, \"15\": 700,"
                                + " \"10\": 900}, P1Y: {\"20\": 1000, \"15\": 1200, \"10\": 1400}}, currency: AZN, src:"
                                + " EAP, status: reported}",
                        "fee: {same_as: WP-X}",
                        "fee: {same_as: WP-X}",
                        "in a circle"),
                new Broken(
                        "a free service that asks for a receipt",
                        "docs: {required: [application_form, passport], src: \"seed003:38; SMSW oyq\"",
                        "docs: {required: [application_form, passport, payment_receipt], src: \"seed003:38; SMSW oyq\"",
                        "{nr: 1,",
                        "free, but asks for a payment receipt"),
                new Broken(
                        "a kind required and optional at once",
                        "if_applicable: [evidence_of_persecution]",
                        "if_applicable: [photo]",
                        "if_applicable: [photo]",
                        "required and optional at once"),
                new Broken(
                        "paying more that buys more waiting",
                        "P6M: {\"20\": 60, \"15\": 80}",
                        "P6M: {\"20\": 90, \"15\": 80}",
                        "P6M: {\"20\": 90",
                        "fees must rise as days fall"),
                new Broken(
                        "a fee in another currency",
                        "minor: {P30D: 15, P60D: 30}, currency: AZN",
                        "minor: {P30D: 15, P60D: 30}, currency: EUR",
                        "currency: EUR",
                        "the archive knows only AZN"),
                new Broken(
                        "a size of nothing",
                        "max_bytes: 26214400",
                        "max_bytes: 0",
                        "passport:             {",
                        "a size of at least one byte"),
                new Broken(
                        "a format that is no media type",
                        "formats: [message/rfc822,",
                        "formats: [letters,",
                        "letter:               {",
                        "no media type: letters"),
                new Broken(
                        "a name in two languages only",
                        "{az: Pasport, en: Passport, ru: Паспорт, status",
                        "{az: Pasport, en: Passport, status",
                        "{az: Pasport",
                        "ru is missing"));
    }

    private static Stream<Broken> calendar() {
        return Stream.of(
                new Broken(
                        "working days that do not add up",
                        "working_days: 241,",
                        "working_days: 242,",
                        "working_days: 242",
                        "241 working days counted, 242 stated"),
                new Broken(
                        "a day off that no holiday gives",
                        "\"05-11\",\"05-27\"",
                        "\"05-12\",\"05-27\"",
                        "\"05-12\",\"05-27\"",
                        "2026-05-11, 2026-05-12"),
                new Broken(
                        "a day that is none",
                        "\"03-08\",\"05-09\"",
                        "\"03-08\",\"05-39\"",
                        "\"05-39\"",
                        "not a day such as 03-20: 05-39"),
                new Broken(
                        "a year that is loaded twice",
                        "  partial_years:               # for test vectors only, never for a deadline\n",
                        "  partial_years:\n    \"2026\": {days_off: [], extra_working_days: [], from: \"2026-01-01\", to:"
                                + " \"2026-12-31\"}\n",
                        "to: \"2026-12-31\"",
                        "this year is loaded whole"),
                new Broken(
                        "an example that does not compute",
                        "answer_by: \"2026-01-27\"",
                        "answer_by: \"2026-01-26\"",
                        "answer_by: \"2026-01-26\"",
                        "computed 2026-01-27"));
    }

    private static Stream<Broken> yaml() {
        return Stream.of(
                new Broken("a key twice", "  version: 1\n", "  version: 1\n  version: 2\n", "version: 2", "twice"),
                new Broken(
                        "an anchor", "week: [MON, TUE,", "week: &week [MON, TUE,", "&week", "anchors are not allowed"),
                new Broken(
                        "a tag",
                        "time_zone: Asia/Baku",
                        "time_zone: !!java.io.File Asia/Baku",
                        "!!java.io.File",
                        "tags are not allowed"),
                new Broken(
                        "a bracket left open",
                        "week: [MON, TUE, WED, THU, FRI]",
                        "week: [MON, TUE, WED, THU, FRI",
                        "office_hours:",
                        "this is no YAML"),
                new Broken("a second document", "\nsources:\n", "\n---\nsources:\n", "---", "a second document"));
    }

    private static String service16() {
        var shipped = ShippedPolicy.yaml();
        return shipped.substring(shipped.indexOf("  - {nr: 16,"), shipped.indexOf("not_offered:"));
    }
}
