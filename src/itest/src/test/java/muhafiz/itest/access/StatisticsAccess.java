package muhafiz.itest.access;

import java.util.Map;
import java.util.UUID;
import muhafiz.itest.stand.Client;

/** The operations about statistics, and how each of their answers comes about. */
record StatisticsAccess(Office office) {
    private static final String STATISTICS = "/api/v1/statistics";
    private static final String RELEASES = STATISTICS + "/releases";

    Map<String, Row> rows() {
        return Map.of(
                "lookAtStatistics", look(),
                "listStatisticsReleases", list(),
                "draftStatisticsRelease", draft(),
                "readStatisticsRelease", read(),
                "publishStatisticsRelease", publish());
    }

    private AccessTable table() {
        return new AccessTable(office);
    }

    private Client statistician() {
        return office.by("statistician");
    }

    /** A period under which nobody counted: every figure of it is small, and hidden. */
    private static String ofNothing() {
        return "{\"period\":\"nothing " + UUID.randomUUID() + "\"}";
    }

    private String drafted() {
        return statistician().post(RELEASES, ofNothing()).require(201).json().getString("id");
    }

    private String published() {
        String id = drafted();
        statistician().post(RELEASES + "/" + id + "/publication", "{}").require(200);
        return id;
    }

    /** A violation without an outcome. */
    private void count() {
        LogBook.bySuperuser(office.archive()).execute("""
                insert into archive.tally values ('unsettled', 'I1', 'RC-VIO', 'HQ', 0, 20) on conflict do nothing""");
    }

    private Row look() {
        return table().known(200, () -> Question.get(statistician(), STATISTICS + "?period=nothing"))
                .when(400, question -> question.at(STATISTICS + "?period=nothing&by=hour"))
                .when(403, question -> question.by(office.by("officer")))
                .when(409, question -> {
                    count();
                    return question.at(STATISTICS + "?period=unsettled");
                })
                .when(422, question -> question.at(STATISTICS + "?from=2099-01&to=2099-01"));
    }

    private Row list() {
        return Row.of(() -> Question.get(office.archive().stranger(), RELEASES))
                .when(200, question -> question)
                .when(400, question -> question.at(RELEASES + "?limit=0"));
    }

    private Row draft() {
        return table().json(201, () -> Question.post(statistician(), RELEASES, ofNothing()))
                .when(403, question -> question.by(office.by("officer")))
                .when(
                        404,
                        question -> question.saying(
                                ofNothing().replace("}", ",\"corrects\":\"" + UUID.randomUUID() + "\"}")))
                .when(409, question -> {
                    count();
                    return question.saying("{\"period\":\"unsettled\"}");
                })
                .when(422, question -> question.saying("{\"from\":\"2099-01\",\"to\":\"2099-01\"}"));
    }

    private Row read() {
        String path = RELEASES + "/" + published();
        return Row.of(() -> Question.get(office.archive().stranger(), path))
                .when(200, question -> question)
                .when(404, question -> question.at(RELEASES + "/" + UUID.randomUUID()));
    }

    private Row publish() {
        return table().known(200, () -> Question.post(statistician(), publication(drafted()), "{}"))
                .when(
                        400,
                        question -> question.by(office.by("portal"))
                                .with("On-Behalf-Of", "c")
                                .with("Assurance", "L9"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(publication(UUID.randomUUID().toString())))
                .when(409, question -> question.at(publication(published())));
    }

    private static String publication(String release) {
        return RELEASES + "/" + release + "/publication";
    }
}
