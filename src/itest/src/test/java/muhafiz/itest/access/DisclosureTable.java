package muhafiz.itest.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.NationalArchive;

/** The operations by which something is given to others, and how each of their answers comes about. */
record DisclosureTable(Office office, AccessTable table) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String DISCLOSURES = "/api/v1/disclosures";
    private static final String AGREEMENTS = "/api/v1/agreements/";
    private static final String SERVICE = "?purpose=P-SERVICE";
    private static final String LEGAL = "?purpose=P-LEGAL";
    private static final String PEM =
            NationalArchive.withKeyOf(3072).form().replaceFirst("^\\{", "").replaceFirst("}$", "");

    Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        rows.put("proposeDisclosure", propose());
        rows.put("listDisclosures", list());
        rows.put("viewDisclosure", view());
        rows.put("approveDisclosure", approve());
        rows.put("keepDisclosureSecret", keepSecret());
        rows.put("recallDisclosure", recall());
        rows.put("sendDisclosure", send());
        rows.put("viewAgreement", viewAgreement());
        rows.put("putAgreement", putAgreement());
        return rows;
    }

    private Client officer() {
        return office.by("officer");
    }

    private Client dpo() {
        return office.by("dpo");
    }

    private String form() {
        return """
                {"ground":"D-LAW","recipient":{"name":"Prosecutor","officer":"An officer","country":"AZE",%s},
                 "basis":{"authority":"Prosecutor","caseNo":"7/2026","scope":"passport"},"documents":["%s"],"fields":["surname"]}
                """.formatted(PEM, office.document());
    }

    private String proposed() {
        return DISCLOSURES + "/"
                + officer()
                        .post(DISCLOSURES + SERVICE, form())
                        .require(201)
                        .json()
                        .getString("id");
    }

    private String approved() {
        String path = proposed();
        office.by("supervisor").post(path + "/approvals" + SERVICE, "").require(200);
        return path;
    }

    private static String nobodys() {
        return DISCLOSURES + "/" + UUID.randomUUID();
    }

    private Row propose() {
        return table.json(201, () -> Question.post(officer(), DISCLOSURES + SERVICE, form()))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> question.saying(form().replace("\"caseNo\":\"7/2026\",", "")));
    }

    private Row list() {
        return table.known(200, () -> Question.get(dpo(), DISCLOSURES + LEGAL))
                .when(400, question -> question.at(DISCLOSURES + LEGAL + "&reviewBy=soon"));
    }

    private Row view() {
        String path = proposed();
        return table.known(200, () -> Question.get(officer(), path + SERVICE))
                .when(400, question -> question.at(path))
                .when(404, question -> question.at(nobodys() + SERVICE));
    }

    private Row approve() {
        return table.known(200, () -> Question.post(office.by("supervisor"), proposed() + "/approvals" + SERVICE, ""))
                .when(400, question -> question.at(nobodys() + "/approvals"))
                .when(404, question -> question.at(nobodys() + "/approvals" + SERVICE))
                .when(409, question -> question.at(approved() + "/approvals" + SERVICE));
    }

    private Row keepSecret() {
        String path = proposed() + "/secrecy" + LEGAL;
        String why =
                "{\"ground\":\"open\",\"reviewOn\":\"" + LocalDate.now(BAKU).plusMonths(1) + "\"}";
        String open = form().replace("D-LAW", "D-GOV")
                .replace("\"authority\"", "\"act\":\"a\",\"article\":\"1\",\"purpose\":\"p\",\"authority\"");
        return table.json(200, () -> Question.post(dpo(), path, why))
                .when(404, question -> question.at(nobodys() + "/secrecy" + LEGAL))
                .when(
                        409,
                        question -> question.at(DISCLOSURES + "/"
                                + officer()
                                        .post(DISCLOSURES + SERVICE, open)
                                        .require(201)
                                        .json()
                                        .getString("id")
                                + "/secrecy" + LEGAL));
    }

    private Row recall() {
        return table.known(200, () -> Question.post(dpo(), proposed() + "/recall" + LEGAL, ""))
                .when(400, question -> question.at(nobodys() + "/recall"))
                .when(404, question -> question.at(nobodys() + "/recall" + LEGAL))
                .when(409, question -> {
                    String path = proposed() + "/recall" + LEGAL;
                    dpo().post(path, "").require(200);
                    return question.at(path);
                });
    }

    private Row send() {
        String path = approved() + "/package";
        return table.known(200, () -> Question.get(officer(), path + SERVICE))
                .when(400, question -> question.at(path))
                .when(404, question -> question.at(nobodys() + "/package" + SERVICE))
                .when(409, question -> question.at(proposed() + "/package" + SERVICE));
    }

    private static String terms() {
        return "{\"body\":\"Ministry\",\"act\":\"Decree\",\"article\":\"4\",\"purpose\":\"register\",\"fields\":[\"surname\"],"
                + "\"validFrom\":\"2026-01-01\"}";
    }

    private Row viewAgreement() {
        String path = AGREEMENTS + "A-" + UUID.randomUUID();
        Question.post(dpo(), path, terms()).as("PUT").ask().require(200);
        return table.known(200, () -> Question.get(officer(), path))
                .when(400, table::forSomebodyUnsure)
                .when(404, question -> question.at(AGREEMENTS + UUID.randomUUID()));
    }

    private Row putAgreement() {
        return table.json(
                200,
                () -> Question.post(dpo(), AGREEMENTS + "A-" + UUID.randomUUID(), terms())
                        .as("PUT"));
    }
}
