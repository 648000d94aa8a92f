package muhafiz.itest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Contract.Operation;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document at {@code /openapi} and the running server say the same. Every other test holds its answers against it. */
@ExtendWith(SharedArchive.class)
class OpenApiIsTheContractIT {
    /** The rows of the contract that this archive has built, as the contract spells them. */
    private static final Set<String> BUILT = Set.of(
            "POST /api/v1/applications",
            "GET /api/v1/applications/{number}",
            "POST /api/v1/applications/{number}/documents",
            "POST /api/v1/uploads",
            "HEAD /api/v1/uploads/{id}",
            "PATCH /api/v1/uploads/{id}",
            "DELETE /api/v1/uploads/{id}",
            "POST /api/v1/applications/{number}/events",
            "POST /api/v1/applications/{number}/payments",
            "POST /api/v1/applications/{number}/assignment",
            "POST /api/v1/applications/{number}/access-codes",
            "POST /api/v1/assignments",
            "GET /api/v1/decisions/{entry}/replay",
            "POST /api/v1/documents/{id}/validity",
            "POST /api/v1/documents/{id}/review",
            "POST /api/v1/documents/{id}/originals",
            "GET /api/v1/documents/{id}/choice",
            "POST /api/v1/documents/{id}/choice",
            "POST /api/v1/documents/{id}/classification",
            "GET /api/v1/grants",
            "POST /api/v1/grants/reviews",
            "GET /api/v1/reports/unusual-access",
            "GET /api/v1/break-glass",
            "POST /api/v1/break-glass",
            "POST /api/v1/break-glass/{id}/confirmation",
            "POST /api/v1/searches",
            "POST /api/v1/border/queries",
            "GET /api/v1/border/queries/{id}/fields",
            "GET /api/v1/documents/{id}",
            "GET /api/v1/documents/{id}/content",
            "HEAD /api/v1/documents/{id}/content",
            "GET /api/v1/documents/{id}/pages/{page}",
            "GET /api/v1/documents/{id}/pages/{page}/words",
            "GET /api/v1/policy",
            "GET /api/v1/policy/versions",
            "POST /api/v1/policy/versions",
            "POST /api/v1/policy/versions/{version}/simulation",
            "POST /api/v1/policy/versions/{version}/approvals",
            "POST /api/v1/policy/versions/{version}/publication",
            "GET /api/v1/policy/diff",
            "GET /api/v1/policy/notices",
            "POST /api/v1/policy/notices/{id}/shown",
            "PUT /api/v1/calendars/{year}",
            "POST /api/v1/calendars/{year}/confirmation",
            "GET /api/v1/calendars/{year}/moved",
            "POST /api/v1/policy/periods/{rule}/confirmation",
            "GET /api/v1/services",
            "GET /api/v1/statistics",
            "GET /api/v1/statistics/releases",
            "POST /api/v1/statistics/releases",
            "GET /api/v1/statistics/releases/{id}",
            "POST /api/v1/statistics/releases/{id}/publication",
            "POST /api/v1/keys/rotations",
            "POST /api/v1/keys/rotations/confirmations",
            "POST /api/v1/keys/destructions",
            "POST /api/v1/requests",
            "GET /api/v1/requests",
            "GET /api/v1/requests/{number}",
            "POST /api/v1/requests/{number}/identity",
            "POST /api/v1/requests/{number}/proof-request",
            "POST /api/v1/requests/{number}/third-party",
            "POST /api/v1/requests/{number}/extension",
            "POST /api/v1/requests/{number}/redactions",
            "POST /api/v1/requests/{number}/decision",
            "POST /api/v1/requests/{number}/forwarding",
            "POST /api/v1/requests/{number}/withdrawal",
            "POST /api/v1/requests/{number}/delivery",
            "GET /api/v1/requests/{number}/certificate",
            "GET /api/v1/register-of-processing",
            "GET /api/v1/reports/dpo",
            "POST /api/v1/subjects/{id}/corrections",
            "GET /api/v1/subjects/{id}/candidates",
            "POST /api/v1/subjects/merges",
            "POST /api/v1/subjects/merges/{id}/undo",
            "GET /api/v1/requests/{number}/answer",
            "GET /api/v1/requests/{number}/coverage",
            "POST /api/v1/incidents",
            "GET /api/v1/incidents/{id}",
            "GET /api/v1/me",
            "GET /api/v1/me/documents",
            "GET /api/v1/me/readings",
            "GET /api/v1/me/requests",
            "GET /api/v1/me/disclosures",
            "POST /api/v1/holds",
            "GET /api/v1/holds",
            "POST /api/v1/holds/{id}/review",
            "POST /api/v1/holds/{id}/release",
            "GET /api/v1/dispositions",
            "GET /api/v1/retention-plan",
            "GET /api/v1/restrictions",
            "POST /api/v1/restrictions/{id}/lifting",
            "POST /api/v1/rebuilds",
            "GET /api/v1/rebuilds/{id}",
            "POST /api/v1/rebuilds/{id}/approvals",
            "GET /log/entries",
            "POST /log/decisions",
            "GET /log/listings/{id}",
            "GET /api/v1/destructions/{id}/certificate",
            "GET /log/evidence/{date}",
            "GET /log/evidence/{date}/checkpoint",
            "GET /api/v1/documents/{id}/evidence",
            "GET /log/checkpoint",
            "GET /log/vkey",
            "GET /log/vkey/history",
            "POST /log/keys",
            "GET /log/tile/{tile}",
            "GET /log/tile/entries/{bundle}",
            "GET /api/v1/documents/{id}/receipt",
            "POST /api/v1/dispositions",
            "GET /api/v1/dispositions/{id}",
            "POST /api/v1/dispositions/{id}/approvals",
            "GET /api/v1/dispositions/{id}/act",
            "POST /api/v1/dispositions/{id}/transfer",
            "POST /api/v1/dispositions/{id}/receipt",
            "GET /api/v1/pre-notices",
            "GET /api/v1/disclosures",
            "POST /api/v1/disclosures",
            "GET /api/v1/disclosures/{id}",
            "POST /api/v1/disclosures/{id}/approvals",
            "POST /api/v1/disclosures/{id}/secrecy",
            "POST /api/v1/disclosures/{id}/recall",
            "GET /api/v1/disclosures/{id}/package",
            "GET /api/v1/agreements/{id}",
            "PUT /api/v1/agreements/{id}",
            "POST /api/v1/exports",
            "GET /api/v1/exports/{id}",
            "POST /api/v1/exports/{id}/approvals",
            "GET /api/v1/exports/{id}/package",
            "GET /api/v1/notices",
            "POST /api/v1/notices/{id}/sent",
            "POST /api/v1/consents",
            "POST /api/v1/consents/{id}/withdrawal",
            "GET /api/v1/subscriptions",
            "POST /api/v1/letters",
            "POST /api/v1/letters/{number}/answer",
            "POST /api/v1/letters/{number}/forwarding",
            "POST /api/v1/imports",
            "GET /api/v1/imports/{id}",
            "GET /api/v1/imports/{id}/refusals",
            "POST /api/v1/imports/{id}/approvals",
            "POST /api/v1/technical-data",
            "GET /openapi");

    /** What strangers are answered in public: the thing, or that there is none of that name. */
    private static final List<Integer> PUBLICLY = List.of(200, 404);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    @Test
    void theContractIsPublishedAsOpenApi31InJsonAndYaml(RunningArchive archive) {
        Answer yaml = archive.stranger().get("/openapi").require(200);
        Answer json =
                archive.stranger().get("/openapi", "Accept", "application/json").require(200);

        assertThat(yaml.text()).startsWith("openapi: 3.1.");
        assertThat(json.json().getString("openapi")).startsWith("3.1.");
        assertThat(json.json()).isEqualTo(archive.contract().document());
    }

    @Test
    void whatIsPublishedIsWhatIsBuilt(RunningArchive archive) {
        assertThat(archive.contract().operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(BUILT);
    }

    @Test
    void everyOperationHasAnIdOfItsOwn(RunningArchive archive) {
        assertThat(archive.contract().operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void theServerAnswersWhatIsPublishedAndNothingElse(RunningArchive archive) {
        Set<String> paths =
                archive.contract().operations().stream().map(Operation::path).collect(Collectors.toSet());
        Set<String> answered = new TreeSet<>();
        for (String path : paths) {
            METHODS.stream()
                    .filter(method -> isAnswered(archive, method, path))
                    .forEach(method -> answered.add(method + " " + path));
        }

        assertThat(answered).isEqualTo(withHeads(BUILT));
    }

    /** HEAD goes with GET (RFC 9110, 9.3.2), published or not. */
    private static Set<String> withHeads(Set<String> operations) {
        return operations.stream()
                .flatMap(operation -> operation.startsWith("GET ")
                        ? Stream.of(operation, operation.replace("GET ", "HEAD "))
                        : Stream.of(operation))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAnswered(RunningArchive archive, String method, String path) {
        return probe(archive, method, path).status() != 405;
    }

    @Test
    void strangersAreAnsweredWhereTheContractSaysSoAndSentBackElsewhere(RunningArchive archive) {
        for (Operation operation : archive.contract().operations()) {
            Answer answer = send(archive.stranger(), operation.method(), operation.path());

            assertThat(answer.status()).as(answer.toString()).isIn(operation.isPublic() ? PUBLICLY : List.of(401));
        }
    }

    @Test
    void aMethodThatIsNotPublishedIsAnsweredByTheOnesThatAre(RunningArchive archive) {
        Answer answer = probe(archive, "DELETE", "/api/v1/documents/{id}/content");

        answer.requireProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow").orElse("")).contains("GET").contains("HEAD");
    }

    @Test
    void everyAnswerButATileIsNotToBeStored(RunningArchive archive) {
        for (Operation operation : archive.contract().operations()) {
            Answer answer = probe(archive, operation.method(), operation.path());

            assertThat(answer.header("Cache-Control"))
                    .as(answer.toString())
                    .hasValue(operation.id().equals("readTile") ? "public, max-age=31536000, immutable" : "no-store");
        }
    }

    /** A request of somebody who is known, about something that does not exist. */
    private static Answer probe(RunningArchive archive, String method, String path) {
        return send(archive.client("officer"), method, path);
    }

    private static Answer send(Client client, String method, String path) {
        String real = path.replace("{number}", "2497-2482-8965")
                .replace("{id}", new UUID(0x4000L, 1L << 63).toString())
                .replace("{entry}", "999999999")
                .replace("{date}", "1999-01-01")
                .replace("{rule}", "RC-APPT")
                .replace("{version}", "999")
                .replace("{year}", "2090")
                .replace("{page}", "1")
                .replace("{tile}", "0/000.p/1")
                .replace("{bundle}", "000.p/1");
        return client.send(client.request(real + "?purpose=P-SERVICE")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") || method.equals("HEAD")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString("{}"))
                .build());
    }
}
