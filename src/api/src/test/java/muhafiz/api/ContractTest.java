package muhafiz.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import muhafiz.api.problem.ProblemKind;
import muhafiz.service.Refusal;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published contract and the resources say the same, as far as it can be seen without a server. */
class ContractTest {
    /** Read by filters and the platform for every operation, so no resource names them. */
    private static final Set<String> ELSEWHERE = Set.of("On-Behalf-Of", "Assurance", "Content-Type", "Content-Length");

    /** Of the log's entries; one class reads them all, and refuses others. */
    private static final Set<String> FILTERS = Set.of(
            "query after",
            "query limit",
            "query subject",
            "query document",
            "query actor",
            "query operation",
            "query from",
            "query to",
            "query decision");

    private static final Set<String> VERBS = Set.of("get", "head", "post", "put", "patch", "delete");

    private final Map<?, ?> document = document();

    /** Names that clients are generated from: one that changes breaks them. */
    @Test
    void operationsKeepTheirNames() {
        Map<String, String> names = new TreeMap<>();
        operations().forEach((operation, what) -> names.put((String) what.get("operationId"), operation));

        assertThat(names)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("lookAtStatistics", "get /api/v1/statistics"),
                        Map.entry("listStatisticsReleases", "get /api/v1/statistics/releases"),
                        Map.entry("draftStatisticsRelease", "post /api/v1/statistics/releases"),
                        Map.entry("readStatisticsRelease", "get /api/v1/statistics/releases/{id}"),
                        Map.entry("publishStatisticsRelease", "post /api/v1/statistics/releases/{id}/publication"),
                        Map.entry("lodgeApplication", "post /api/v1/applications"),
                        Map.entry("viewApplication", "get /api/v1/applications/{number}"),
                        Map.entry("receiveDocument", "post /api/v1/applications/{number}/documents"),
                        Map.entry("takePayment", "post /api/v1/applications/{number}/payments"),
                        Map.entry("proposeExport", "post /api/v1/exports"),
                        Map.entry("viewExport", "get /api/v1/exports/{id}"),
                        Map.entry("approveExport", "post /api/v1/exports/{id}/approvals"),
                        Map.entry("sendExport", "get /api/v1/exports/{id}/package"),
                        Map.entry("listDisclosures", "get /api/v1/disclosures"),
                        Map.entry("proposeDisclosure", "post /api/v1/disclosures"),
                        Map.entry("viewDisclosure", "get /api/v1/disclosures/{id}"),
                        Map.entry("approveDisclosure", "post /api/v1/disclosures/{id}/approvals"),
                        Map.entry("keepDisclosureSecret", "post /api/v1/disclosures/{id}/secrecy"),
                        Map.entry("recallDisclosure", "post /api/v1/disclosures/{id}/recall"),
                        Map.entry("sendDisclosure", "get /api/v1/disclosures/{id}/package"),
                        Map.entry("viewAgreement", "get /api/v1/agreements/{id}"),
                        Map.entry("putAgreement", "put /api/v1/agreements/{id}"),
                        Map.entry("proposeImport", "post /api/v1/imports"),
                        Map.entry("readImport", "get /api/v1/imports/{id}"),
                        Map.entry("readImportRefusals", "get /api/v1/imports/{id}/refusals"),
                        Map.entry("approveImport", "post /api/v1/imports/{id}/approvals"),
                        Map.entry("beginUpload", "post /api/v1/uploads"),
                        Map.entry("viewUpload", "head /api/v1/uploads/{id}"),
                        Map.entry("continueUpload", "patch /api/v1/uploads/{id}"),
                        Map.entry("endUpload", "delete /api/v1/uploads/{id}"),
                        Map.entry("recordEvent", "post /api/v1/applications/{number}/events"),
                        Map.entry("assignApplication", "post /api/v1/applications/{number}/assignment"),
                        Map.entry("replaceAccessCode", "post /api/v1/applications/{number}/access-codes"),
                        Map.entry("handOverApplications", "post /api/v1/assignments"),
                        Map.entry("replayDecision", "get /api/v1/decisions/{entry}/replay"),
                        Map.entry("stateValidity", "post /api/v1/documents/{id}/validity"),
                        Map.entry("reviewDocument", "post /api/v1/documents/{id}/review"),
                        Map.entry("showDifferences", "get /api/v1/documents/{id}/choice"),
                        Map.entry("chooseValue", "post /api/v1/documents/{id}/choice"),
                        Map.entry("stateOriginal", "post /api/v1/documents/{id}/originals"),
                        Map.entry("classifyDocument", "post /api/v1/documents/{id}/classification"),
                        Map.entry("listGrants", "get /api/v1/grants"),
                        Map.entry("reviewGrants", "post /api/v1/grants/reviews"),
                        Map.entry("reportUnusualAccess", "get /api/v1/reports/unusual-access"),
                        Map.entry("listBrokenGlass", "get /api/v1/break-glass"),
                        Map.entry("breakGlass", "post /api/v1/break-glass"),
                        Map.entry("confirmBrokenGlass", "post /api/v1/break-glass/{id}/confirmation"),
                        Map.entry("search", "post /api/v1/searches"),
                        Map.entry("askAtBorder", "post /api/v1/border/queries"),
                        Map.entry("readBorderFields", "get /api/v1/border/queries/{id}/fields"),
                        Map.entry("rotateKeys", "post /api/v1/keys/rotations"),
                        Map.entry("confirmRotation", "post /api/v1/keys/rotations/confirmations"),
                        Map.entry("declareDestroyed", "post /api/v1/keys/destructions"),
                        Map.entry("beginRebuild", "post /api/v1/rebuilds"),
                        Map.entry("viewRebuild", "get /api/v1/rebuilds/{id}"),
                        Map.entry("releaseRebuilt", "post /api/v1/rebuilds/{id}/approvals"),
                        Map.entry("describeDocument", "get /api/v1/documents/{id}"),
                        Map.entry("lodgeRequest", "post /api/v1/requests"),
                        Map.entry("listRequests", "get /api/v1/requests"),
                        Map.entry("readRequest", "get /api/v1/requests/{number}"),
                        Map.entry("identifyRequester", "post /api/v1/requests/{number}/identity"),
                        Map.entry("askForProof", "post /api/v1/requests/{number}/proof-request"),
                        Map.entry("askThirdParty", "post /api/v1/requests/{number}/third-party"),
                        Map.entry("extendRequest", "post /api/v1/requests/{number}/extension"),
                        Map.entry("redactDocument", "post /api/v1/requests/{number}/redactions"),
                        Map.entry("decideRequest", "post /api/v1/requests/{number}/decision"),
                        Map.entry("forwardRequest", "post /api/v1/requests/{number}/forwarding"),
                        Map.entry("withdrawRequest", "post /api/v1/requests/{number}/withdrawal"),
                        Map.entry("deliverAnswer", "post /api/v1/requests/{number}/delivery"),
                        Map.entry("readRequestCertificate", "get /api/v1/requests/{number}/certificate"),
                        Map.entry("readRegisterOfProcessing", "get /api/v1/register-of-processing"),
                        Map.entry("reportToTheAuthority", "get /api/v1/reports/dpo"),
                        Map.entry("correctSubject", "post /api/v1/subjects/{id}/corrections"),
                        Map.entry("readCandidates", "get /api/v1/subjects/{id}/candidates"),
                        Map.entry("mergeSubjects", "post /api/v1/subjects/merges"),
                        Map.entry("undoMerge", "post /api/v1/subjects/merges/{id}/undo"),
                        Map.entry("readAnswer", "get /api/v1/requests/{number}/answer"),
                        Map.entry("readCoverage", "get /api/v1/requests/{number}/coverage"),
                        Map.entry("readOwn", "get /api/v1/me"),
                        Map.entry("openIncident", "post /api/v1/incidents"),
                        Map.entry("readIncident", "get /api/v1/incidents/{id}"),
                        Map.entry("readOwnDocuments", "get /api/v1/me/documents"),
                        Map.entry("readOwnReadings", "get /api/v1/me/readings"),
                        Map.entry("readOwnRequests", "get /api/v1/me/requests"),
                        Map.entry("readOwnDisclosures", "get /api/v1/me/disclosures"),
                        Map.entry("placeHold", "post /api/v1/holds"),
                        Map.entry("listHolds", "get /api/v1/holds"),
                        Map.entry("reviewHold", "post /api/v1/holds/{id}/review"),
                        Map.entry("releaseHold", "post /api/v1/holds/{id}/release"),
                        Map.entry("simulateDispositions", "get /api/v1/dispositions"),
                        Map.entry("readRetentionPlan", "get /api/v1/retention-plan"),
                        Map.entry("listRestrictions", "get /api/v1/restrictions"),
                        Map.entry("liftRestriction", "post /api/v1/restrictions/{id}/lifting"),
                        Map.entry("readDocument", "get /api/v1/documents/{id}/content"),
                        Map.entry("readDocumentHead", "head /api/v1/documents/{id}/content"),
                        Map.entry("readPage", "get /api/v1/documents/{id}/pages/{page}"),
                        Map.entry("locateWords", "get /api/v1/documents/{id}/pages/{page}/words"),
                        Map.entry("readLog", "get /log/entries"),
                        Map.entry("readCheckpoint", "get /log/checkpoint"),
                        Map.entry("readLogKey", "get /log/vkey"),
                        Map.entry("listLogKeys", "get /log/vkey/history"),
                        Map.entry("changeLogKey", "post /log/keys"),
                        Map.entry("readTile", "get /log/tile/{tile}"),
                        Map.entry("readBundle", "get /log/tile/entries/{bundle}"),
                        Map.entry("listPersonsEntries", "get /log/listings/{id}"),
                        Map.entry("readCertificate", "get /api/v1/destructions/{id}/certificate"),
                        Map.entry("decideLogDetails", "post /log/decisions"),
                        Map.entry("readLogEvidence", "get /log/evidence/{date}"),
                        Map.entry("readStampedCheckpoint", "get /log/evidence/{date}/checkpoint"),
                        Map.entry("readDocumentEvidence", "get /api/v1/documents/{id}/evidence"),
                        Map.entry("proposeDisposition", "post /api/v1/dispositions"),
                        Map.entry("viewDisposition", "get /api/v1/dispositions/{id}"),
                        Map.entry("approveDisposition", "post /api/v1/dispositions/{id}/approvals"),
                        Map.entry("listPreNotices", "get /api/v1/pre-notices"),
                        Map.entry("handOver", "post /api/v1/dispositions/{id}/transfer"),
                        Map.entry("recordReceipt", "post /api/v1/dispositions/{id}/receipt"),
                        Map.entry("readAct", "get /api/v1/dispositions/{id}/act"),
                        Map.entry("proveReceipt", "get /api/v1/documents/{id}/receipt"),
                        Map.entry("readContract", "get /openapi"),
                        Map.entry("readPolicy", "get /api/v1/policy"),
                        Map.entry("listPolicyVersions", "get /api/v1/policy/versions"),
                        Map.entry("draftPolicy", "post /api/v1/policy/versions"),
                        Map.entry("simulatePolicy", "post /api/v1/policy/versions/{version}/simulation"),
                        Map.entry("approvePolicy", "post /api/v1/policy/versions/{version}/approvals"),
                        Map.entry("publishPolicy", "post /api/v1/policy/versions/{version}/publication"),
                        Map.entry("comparePolicies", "get /api/v1/policy/diff"),
                        Map.entry("listPolicyNotices", "get /api/v1/policy/notices"),
                        Map.entry("notePolicyNoticeShown", "post /api/v1/policy/notices/{id}/shown"),
                        Map.entry("giveCalendar", "put /api/v1/calendars/{year}"),
                        Map.entry("confirmCalendar", "post /api/v1/calendars/{year}/confirmation"),
                        Map.entry("listMovedDates", "get /api/v1/calendars/{year}/moved"),
                        Map.entry("confirmPeriod", "post /api/v1/policy/periods/{rule}/confirmation"),
                        Map.entry("listNotices", "get /api/v1/notices"),
                        Map.entry("noteNoticeSent", "post /api/v1/notices/{id}/sent"),
                        Map.entry("giveConsent", "post /api/v1/consents"),
                        Map.entry("withdrawConsent", "post /api/v1/consents/{id}/withdrawal"),
                        Map.entry("listSubscriptions", "get /api/v1/subscriptions"),
                        Map.entry("receiveLetter", "post /api/v1/letters"),
                        Map.entry("answerLetter", "post /api/v1/letters/{number}/answer"),
                        Map.entry("forwardLetter", "post /api/v1/letters/{number}/forwarding"),
                        Map.entry("takeTechnicalData", "post /api/v1/technical-data"),
                        Map.entry("listServices", "get /api/v1/services")));
    }

    @Test
    void everyOperationIsPublishedAndNoOther() {
        assertThat(methods().keySet()).isEqualTo(operations().keySet());
    }

    @Test
    void everyOperationPublishesItsParameters() {
        Map<String, List<Method>> methods = methods();

        operations().forEach((operation, what) -> {
            Set<String> published = new TreeSet<>();
            parameters(operation, what)
                    .forEach(parameter -> published.add(parameter.get("in") + " " + parameter.get("name")));
            published.removeIf(name -> ELSEWHERE.contains(name.substring(name.indexOf(' ') + 1)));

            Set<String> read = new TreeSet<>();
            Objects.requireNonNull(methods.get(operation)).forEach(method -> read.addAll(parameters(method)));

            assertThat(published).as(operation).containsAll(read);
            read.addAll(operation.equals("get /log/entries") ? FILTERS : Set.of());
            assertThat(published).as(operation).isEqualTo(read);
        });
    }

    @Test
    void everyOperationPublishesTheBodiesItReads() {
        Map<String, List<Method>> methods = methods();

        operations().forEach((operation, what) -> {
            Set<String> read = new TreeSet<>();
            for (Method method : Objects.requireNonNull(methods.get(operation))) {
                Optional.ofNullable(method.getAnnotation(Consumes.class))
                        .ifPresent(consumes -> read.addAll(List.of(consumes.value())));
            }

            Map<?, ?> body = (Map<?, ?>) what.get("requestBody");
            Set<?> published = body == null ? Set.of() : ((Map<?, ?>) body.get("content")).keySet();

            assertThat(published).as(operation).isEqualTo(read);
        });
    }

    @Test
    void everyCodeStandsInThePublishedAnswers() {
        Map<?, ?> components = (Map<?, ?>) document.get("components");
        Map<?, ?> responses = (Map<?, ?>) components.get("responses");
        for (Refusal refusal : Refusal.values()) {
            ProblemKind kind = ProblemKind.of(refusal);

            List<?> naming = responses.values().stream()
                    .filter(response -> String.valueOf(((Map<?, ?>) response).get("description"))
                            .contains("`" + kind.code() + "`"))
                    .toList();

            assertThat(naming).as(kind.code()).isNotEmpty();
        }
    }

    @Test
    void everyOperationPublishesWhatAnybodyMayBeTold() {
        operations().forEach((operation, what) -> {
            Set<?> codes = ((Map<?, ?>) what.get("responses")).keySet();
            boolean isPublic = List.of().equals(what.get("security"));

            assertThat(codes.containsAll(Set.of("500", "503"))).as(operation).isTrue();
            if (!isPublic) {
                assertThat(codes.containsAll(Set.of("400", "401", "403", "429")))
                        .as(operation)
                        .isTrue();
            }
        });
    }

    private Map<String, Map<?, ?>> operations() {
        Map<String, Map<?, ?>> operations = new TreeMap<>();
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, item) -> ((Map<?, ?>) item).forEach((verb, what) -> {
                    if (VERBS.contains(verb)) {
                        operations.put(verb + " " + path, (Map<?, ?>) what);
                    }
                }));
        return operations;
    }

    private Stream<Map<?, ?>> parameters(String operation, Map<?, ?> what) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        Map<?, ?> item = (Map<?, ?>) ((Map<?, ?>) document.get("paths")).get(path);
        return Stream.of(item.get("parameters"), what.get("parameters"))
                .filter(Objects::nonNull)
                .flatMap(list -> ((List<?>) list).stream())
                .map(parameter -> resolved((Map<?, ?>) parameter));
    }

    private Map<?, ?> resolved(Map<?, ?> parameter) {
        Object reference = parameter.get("$ref");
        if (reference == null) {
            return parameter;
        }
        Map<?, ?> components = (Map<?, ?>) document.get("components");
        String name = reference.toString().substring("#/components/parameters/".length());
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) components.get("parameters")).get(name));
    }

    /** The methods of the resources, by verb and path; several where they differ in the bodies they read. */
    private static Map<String, List<Method>> methods() {
        Map<String, List<Method>> methods = new TreeMap<>();
        resources()
                .forEach(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .forEach(method -> verb(method)
                                .ifPresent(verb -> methods.merge(
                                        verb + " " + path(resource) + path(method),
                                        List.of(method),
                                        (some, more) -> Stream.concat(some.stream(), more.stream())
                                                .toList()))));
        return methods;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> verb.value().toLowerCase(java.util.Locale.ROOT))
                .findFirst();
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null) {
            return "";
        }
        String plain = path.value().replaceAll("\\{(\\w+): [^}]*}", "{$1}");
        return plain.startsWith("/") ? plain : "/" + plain;
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (var parameter : method.getParameters()) {
            names.addAll(names(parameter));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields()).forEach(field -> names.addAll(names(field)));
            }
        }
        return names;
    }

    private static Set<String> names(AnnotatedElement element) {
        Set<String> names = new TreeSet<>();
        Optional.ofNullable(element.getAnnotation(PathParam.class)).ifPresent(in -> names.add("path " + in.value()));
        Optional.ofNullable(element.getAnnotation(QueryParam.class)).ifPresent(in -> names.add("query " + in.value()));
        Optional.ofNullable(element.getAnnotation(HeaderParam.class))
                .filter(in -> !ELSEWHERE.contains(in.value()))
                .ifPresent(in -> names.add("header " + in.value()));
        return names;
    }

    private static List<Class<?>> resources() {
        try {
            java.nio.file.Path classes = java.nio.file.Path.of(Rest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith("Resource.class"))
                        .<Class<?>>map(name -> named(name.replace('/', '.').replace(".class", "")))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> document() {
        try (InputStream file = Rest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return (Map<?, ?>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
