package muhafiz.itest.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.itest.stand.NationalArchive;

/** The operations by which something is disposed of, and how each of their answers comes about. */
record DispositionTable(Office office, AccessTable table) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String EXPORTS = "/api/v1/exports";
    private static final String DISPOSITIONS = "/api/v1/dispositions";

    Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        rows.put("proposeDisposition", proposeDisposition());
        rows.put("viewDisposition", viewDisposition());
        rows.put("approveDisposition", approveDisposition());
        rows.put("readAct", readAct());
        rows.put("listPreNotices", listPreNotices());
        rows.put("handOver", handToTheNationalArchive());
        rows.put("recordReceipt", recordReceipt());
        rows.put("proposeExport", proposeExport());
        rows.put("viewExport", viewExport());
        rows.put("approveExport", approveExport());
        rows.put("sendExport", sendExport());
        return rows;
    }

    private Row proposeDisposition() {
        String form = "{\"asOf\":\"" + LocalDate.now(BAKU) + "\",\"classes\":[\"RC-PAY\"]}";
        return table.json(201, () -> {
                    office.duePayment();
                    return Question.post(office.by("records"), DISPOSITIONS, form);
                })
                .when(409, question -> question.saying(form.replace("RC-PAY", "RC-TRAIN")))
                .when(422, question -> question.saying(form.replace("RC-PAY", "RC-NONE")));
    }

    private Row viewDisposition() {
        return table.known(
                        200, () -> Question.get(office.by("records"), DISPOSITIONS + "/" + office.plantedDisposition()))
                .when(400, question -> question.at(question.path() + "?limit=0"))
                .when(404, question -> question.at(DISPOSITIONS + "/" + UUID.randomUUID()));
    }

    private Row approveDisposition() {
        String form = "{\"digest\":\"" + "a".repeat(64) + "\"}";
        return table.json(200, () -> {
                    office.confirmPeriod("RC-PAY");
                    String path = DISPOSITIONS + "/" + office.plantedDisposition() + "/approvals";
                    return Question.post(office.by("records2"), path, form);
                })
                .when(404, question -> question.at(DISPOSITIONS + "/" + UUID.randomUUID() + "/approvals"))
                .when(409, question -> question.saying(form.replace('a', 'b')));
    }

    private Row readAct() {
        return table.known(200, () -> Question.get(office.by("records"), office.act()))
                .when(400, question -> question.by(office.by("auditor")))
                .when(404, question -> question.at(DISPOSITIONS + "/" + UUID.randomUUID() + "/act"))
                .when(409, question -> question.at(DISPOSITIONS + "/" + office.plantedDisposition() + "/act"));
    }

    private Row handToTheNationalArchive() {
        String form = NationalArchive.withKeyOf(3072).form();
        return table.json(
                        200,
                        () -> Question.post(
                                office.by("records"),
                                DISPOSITIONS + "/" + office.waitingToBeHandedOver() + "/transfer",
                                form))
                .when(404, question -> question.at(DISPOSITIONS + "/" + UUID.randomUUID() + "/transfer"))
                .when(409, question -> question.at(DISPOSITIONS + "/" + office.plantedDisposition() + "/transfer"));
    }

    private Row recordReceipt() {
        String form = "{\"sha256\":\"" + "c".repeat(64) + "\",\"reference\":\"NAF 1/2026\"}";
        return table.json(
                        200,
                        () -> Question.post(
                                office.by("records"),
                                DISPOSITIONS + "/" + office.waitingToBeHandedOver() + "/receipt",
                                form))
                .when(404, question -> question.at(DISPOSITIONS + "/" + UUID.randomUUID() + "/receipt"))
                .when(409, question -> question.saying(form.replace("cc", "dd")));
    }

    private Row proposeExport() {
        String form = NationalArchive.withKeyOf(3072).form();
        String ofUnit = form.replaceFirst("\\{", "{\"unit\":\"RD-1\",\"classes\":[\"RC-WP\"],");
        return table.json(201, () -> Question.post(office.by("records"), EXPORTS, ofUnit))
                .when(409, question -> question.saying(ofUnit.replace("RC-WP", "RC-TRAIN")))
                .when(422, question -> question.saying(ofUnit.replace("RD-1", "RD-99")));
    }

    private Row viewExport() {
        String path = EXPORTS + "/" + office.export();
        return table.known(200, () -> Question.get(office.by("dpo"), path))
                .when(400, table::forSomebodyUnsure)
                .when(404, question -> question.at(EXPORTS + "/" + UUID.randomUUID()));
    }

    private Row approveExport() {
        return table.json(200, () -> {
                    String path = EXPORTS + "/" + office.export();
                    String form = "{\"digest\":\"" + digest(path) + "\"}";
                    return Question.post(office.by("records2"), path + "/approvals", form);
                })
                .when(404, question -> question.at(EXPORTS + "/" + UUID.randomUUID() + "/approvals"))
                .when(409, question -> question.saying("{\"digest\":\"" + "b".repeat(64) + "\"}"));
    }

    private String digest(String path) {
        return office.by("records").get(path).require(200).json().getString("digest");
    }

    private Row sendExport() {
        String open = EXPORTS + "/" + office.export();
        for (String user : List.of("records2", "dpo")) {
            office.by(user)
                    .post(open + "/approvals", "{\"digest\":\"" + digest(open) + "\"}")
                    .require(200);
        }
        return table.known(200, () -> Question.get(office.by("records"), open + "/package"))
                .when(400, table::forSomebodyUnsure)
                .when(404, question -> question.at(EXPORTS + "/" + UUID.randomUUID() + "/package"))
                .when(409, question -> question.at(EXPORTS + "/" + office.export() + "/package"));
    }

    private Row listPreNotices() {
        String path = "/api/v1/pre-notices";
        return table.known(200, () -> Question.get(office.by("supervisor"), path))
                .when(400, question -> question.at(path + "?limit=0"));
    }
}
