package muhafiz.itest.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tree.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class DisclosureScenarioIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final LocalDate TODAY = LocalDate.now(BAKU);

    private RunningArchive archive;
    private Disclosing office;

    @BeforeEach
    void of(RunningArchive running) {
        archive = running;
        office = new Disclosing(running);
    }

    @Test
    @DisplayName(
            "OF-10: without act and article refused; with them only the agreed fields leave, for the recipient, and listed")
    @Clause({"DIS-1", "DIS-6"})
    void anAgencyGetsTheAgreedFieldsOnceItNamesActAndArticle() {
        Sample passport = Sample.pdf("for the customs");
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Verilənova"));
        String document = uploaded(lodged, "passport", passport);
        String stays = uploaded(lodged, "photo", Sample.jpeg("nobody asked for this"));
        Map<String, String> withoutArticle = Map.of("act", "Migration Code", "purpose", "e-service");

        Answer refused = office.propose(Disclosing.form("D-GOV", "AZE", withoutArticle, List.of(document)));
        assertThat(refused.requireProblem(409, "ground-incomplete").json().getString("missing"))
                .isEqualTo("act_and_article");

        String id = office.proposed(Disclosing.form("D-GOV", "AZE", Disclosing.ACT, List.of(document)));
        office.parcel(id).requireProblem(409, "approvals-missing");
        office.approve("supervisor", "P-SERVICE", id).require(200);
        LogBook.Mark before = LogBook.of(archive).mark();
        Answer sent = office.parcel(id).require(200);

        assertThat(before.since())
                .extracting(LogLeaf::publicPart)
                .anyMatch(entry ->
                        entry.action().equals("disclose") && entry.outcome().equals("done"));
        Map<String, byte[]> files = Disclosing.RECEIVER.open(sent.body());
        String data = id + "/data/";
        assertThat(file(files, data + "documents/" + document + ".pdf")).isEqualTo(passport.bytes());
        assertThat(files.keySet()).noneMatch(name -> name.contains(stays));
        JsonObject fields = json(file(files, data + "fields.json"));
        JsonObject person = fields.getJsonArray("applications")
                .getJsonObject(0)
                .getJsonArray("persons")
                .getJsonObject(0);
        assertThat(person.getString("role")).isEqualTo("applicant");
        assertThat(person.getJsonObject("fields"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("surname", "Verilənova")
                        .add("birthDate", "1990-04-17")
                        .build());
        assertThat(files.values())
                .as("what was not agreed is nowhere in it")
                .noneSatisfy(file -> assertThat(new String(file, StandardCharsets.UTF_8))
                        .containsAnyOf("aynur@example.org", "C01234567", "Aynur", "Xəzər"));
        requireManifest(files, data, id);
        NationalArchive other = NationalArchive.withKeyOf(3072);
        assertThatThrownBy(() -> other.open(sent.body()))
                .as("nobody else opens it")
                .isInstanceOf(RuntimeException.class);
        JsonObject seen = office.seen(id);
        assertThat(seen.getString("state")).isEqualTo("disclosed");
        assertThat(seen.getJsonArray("sent").getJsonObject(0).getString("sha256"))
                .isEqualTo(hex(sent.body()));
        assertThat(seen.getJsonArray("sent").getJsonObject(0).getInt("bytes")).isEqualTo(sent.body().length);
        assertThat(seen.getJsonObject("recipient").getString("name")).isEqualTo("State Customs Committee");
    }

    private static void requireManifest(Map<String, byte[]> files, String data, String id) {
        JsonObject manifest = json(file(files, data + "manifest.json"));
        assertThat(manifest.getString("disclosure")).isEqualTo(id);
        assertThat(manifest.getJsonObject("basis").getString("article")).isEqualTo("13");
        assertThat(manifest.getString("expires")).isNotEmpty();
        List<String> listed = new ArrayList<>();
        for (JsonObject file : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
            listed.add(data + file.getString("path"));
            assertThat(hex(file(files, data + file.getString("path")))).isEqualTo(file.getString("sha256"));
        }
        listed.add(data + "manifest.json");
        assertThat(files.keySet().stream().filter(name -> name.startsWith(data)))
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(new String(file(files, data + "recipient.pdf"), StandardCharsets.US_ASCII))
                .startsWith("%PDF-");
    }

    @Test
    @Clause({"USE-10", "DIS-5"})
    void underAnAgreementNothingLeavesThatItDoesNotList() {
        String document = uploaded(
                archive.portal().lodge(Forms.workPermit("RD-1", "Razılaşan")), "passport", Sample.pdf("not listed"));
        String agreement = "UMIS-" + UUID.randomUUID();
        String terms = """
                {"body":"Ministry","act":"Decree","article":"4","purpose":"register","fields":["surname","birthDate"],
                 "validFrom":"2020-01-01","validUntil":%s}""";
        archive.client("officer")
                .send(put(agreement, terms.formatted("null"), "officer"))
                .requireProblem(403, "not-allowed");
        archive.client("dpo")
                .send(put(agreement, terms.formatted("\"2020-12-31\""), "dpo"))
                .require(200);
        Map<String, String> basis =
                Map.of("act", "Decree", "article", "4", "purpose", "register", "agreement", agreement);
        JsonObjectBuilder form = Disclosing.form("D-GOV", "AZE", basis, List.of(document));

        Answer over = office.propose(form);
        assertThat(over.requireProblem(409, "ground-incomplete").json().getString("missing"))
                .isEqualTo("agreement_id");
        JsonObject put = archive.client("dpo")
                .send(put(agreement, terms.formatted("null"), "dpo"))
                .require(200)
                .json();
        assertThat(put.getInt("version")).isEqualTo(2);
        assertThat(archive.client("officer")
                        .get("/api/v1/agreements/" + agreement)
                        .require(200)
                        .json())
                .isEqualTo(put);
        Answer beyond = office.propose(Disclosing.form("D-GOV", "AZE", basis, List.of(document))
                .add("fields", Disclosing.list(List.of("surname", "phone"))));
        assertThat(beyond.requireProblem(409, "fields-not-agreed").json().getString("fields"))
                .isEqualTo("phone");

        String id = office.proposed(Disclosing.form("D-GOV", "AZE", basis, List.of(document)));
        office.approve("supervisor", "P-SERVICE", id).require(200);
        Map<String, byte[]> files =
                Disclosing.RECEIVER.open(office.parcel(id).require(200).body());

        assertThat(files).containsKey(id + "/data/fields.json");
        assertThat(files.keySet()).as("no kind of document is listed").noneMatch(name -> name.contains("documents/"));
    }

    @Test
    @DisplayName(
            "OF-11: the authorities of a refugee's country get nothing of any class, whatever the role, and are not told why")
    @Clause("DIS-0")
    void theAuthoritiesOfARefugeesCountryGetNothingOfAnyClassAndAreNotToldWhy() {
        String number = "R" + UUID.randomUUID().toString().substring(0, 8);
        Lodged refugees = archive.portal().lodge(Forms.workPermitOf("RD-1", "Sığınanov", "Ramin", number));
        String permit = uploaded(refugees, "passport", Sample.pdf("a refugee's passport"));
        archive.portal().lodge(asylum("Syginanow", number));
        Lodged other = archive.portal().lodge(Forms.workPermitOf("RD-1", "Başqayev", "Oqtay", "N" + number));
        String others = uploaded(other, "passport", Sample.pdf("nobody's refuge"));
        Map<String, String> consented = consented(refugees);
        LogBook.Mark before = LogBook.of(archive).mark();

        Answer home = office.propose(Disclosing.form("D-GOV", "IRN", consented, List.of(permit)));
        Answer nationality = office.propose(Disclosing.form("D-GOV", "TUR", consented, List.of(permit)));
        Answer abroad = office.propose(Disclosing.form("D-GOV", "IRN", Disclosing.ACT, List.of(others)));

        home.requireProblem(403, "not-allowed");
        nationality.requireProblem(403, "not-allowed");
        abroad.requireProblem(403, "not-allowed");
        assertThat(problem(home))
                .as("another rule keeps the other's data at home, and the answer does not tell the two apart")
                .isEqualTo(problem(abroad))
                .isEqualTo(problem(nationality));
        assertThat(before.since())
                .extracting(entry -> entry.publicPart().rule())
                .containsExactlyInAnyOrder("PR-ORIGIN", "PR-ORIGIN", "PR-XBORDER");
        JsonObjectBuilder nowhere = Disclosing.form("D-GOV", "IRN", consented, List.of(permit));
        nowhere.add("recipient", Json.createObjectBuilder().add("name", "somebody"));
        office.propose(nowhere).requireProblem(403, "not-allowed");
        // What is asked is whose country it is, and of whom: neither alone stops it.
        office.propose(Disclosing.form("D-GOV", "DEU", consented, List.of(permit)))
                .require(201);
        office.propose(Disclosing.form("D-GOV", "TUR", consented(other), List.of(others)))
                .require(201);
    }

    @Test
    void onlyAConsentThatLiesInTheSameFileLetsAnythingGoAbroad() {
        Lodged own = archive.portal().lodge(Forms.workPermit("RD-1", "Razıyev"));
        String passport = uploaded(own, "passport", Sample.pdf("abroad"));
        Lodged other = archive.portal().lodge(Forms.workPermit("RD-1", "Özgəyev"));
        Map<String, String> written = new TreeMap<>(Disclosing.ACT);
        written.put("consent", "told me on the phone");
        Map<String, String> noConsent = new TreeMap<>(Disclosing.ACT);
        noConsent.put("consent", passport);

        for (Map<String, String> no : List.of(Disclosing.ACT, written, noConsent, consented(other))) {
            office.propose(Disclosing.form("D-GOV", "DEU", no, List.of(passport)))
                    .requireProblem(403, "not-allowed");
        }
        office.propose(Disclosing.form("D-GOV", "DEU", consented(own), List.of(passport)))
                .require(201);
    }

    private Map<String, String> consented(Lodged lodged) {
        Map<String, String> basis = new TreeMap<>(Disclosing.ACT);
        basis.put("consent", uploaded(lodged, "consent", Sample.pdf("I agree " + UUID.randomUUID())));
        return basis;
    }

    @Test
    void whoBecomesARefugeeBeforeThePackageLeavesIsProtectedToo() {
        String number = "L" + UUID.randomUUID().toString().substring(0, 8);
        Lodged lodged = archive.portal().lodge(Forms.workPermitOf("RD-1", "Gecikənov", "Tural", number));
        String permit = uploaded(lodged, "passport", Sample.pdf("not yet"));
        String id = office.proposed(Disclosing.form("D-GOV", "TUR", consented(lodged), List.of(permit)));
        office.approve("supervisor", "P-SERVICE", id).require(200);

        archive.portal().lodge(asylum("Gecikənov", number));

        office.parcel(id).requireProblem(403, "not-allowed");
    }

    @Test
    @DisplayName("DP-9: on its review date a secret disclosure must be prolonged with a ground, or the person is told")
    @Clause("DIS-4")
    void aSecretDisclosureIsToldFromItsReviewOnUnlessProlonged() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Gizlinova"));
        String document = uploaded(lodged, "passport", Sample.pdf("investigated"));
        String answer = answered(lodged);
        JsonObjectBuilder secrecy = Json.createObjectBuilder()
                .add("ground", "the investigation is open")
                .add("reviewOn", TODAY.plusDays(30).toString());
        String id = office.proposed(Disclosing.form("D-LAW", "AZE", Disclosing.ORDER, List.of(document))
                .add("secrecy", secrecy));
        assertThat(told(answer)).as("proposed: the log tells of it already").doesNotContain("log/listing-1.json");
        office.approve("supervisor", "P-SERVICE", id).require(200);
        office.parcel(id).require(200);
        assertThat(office.seen(id).getBoolean("secret")).isTrue();
        assertThat(reviewed(TODAY.plusDays(29))).doesNotContain(id);
        assertThat(reviewed(TODAY.plusDays(30))).contains(id);

        LogBook.of(archive)
                .execute("update archive.disclosure set secret_until = '" + TODAY + "' where id = '" + id + "'");
        assertThat(reviewed(TODAY)).contains(id);
        assertThat(office.seen(id).getBoolean("secret")).as("its day has come").isFalse();

        String until = TODAY.plusDays(60).toString();
        office.keepSecret(id, "{\"reviewOn\":\"" + until + "\"}").requireProblem(400, "malformed");
        office.keepSecret(id, "{\"ground\":\"still open\",\"reviewOn\":\"" + TODAY + "\"}")
                .requireProblem(400, "malformed");
        JsonObject prolonged = office.keepSecret(id, "{\"ground\":\"still open\",\"reviewOn\":\"" + until + "\"}")
                .require(200)
                .json();
        assertThat(prolonged.getBoolean("secret")).isTrue();
        assertThat(prolonged.getString("reviewOn")).isEqualTo(until);
        archive.client("supervisor")
                .post(
                        Disclosing.path(id) + "/secrecy?purpose=P-SERVICE",
                        "{\"ground\":\"x\",\"reviewOn\":\"" + until + "\"}")
                .requireProblem(403, "not-allowed");
    }

    /** Where the answer is that its applicant gets; its log comes with it as long as nothing is secret. */
    private String answered(Lodged lodged) {
        Client dpo = archive.client("dpo");
        String request = "/api/v1/requests/"
                + dpo.post(
                                "/api/v1/requests",
                                "{\"kind\":\"ACCESS\",\"channel\":\"post\",\"subject\":\"" + lodged.number() + "\"}")
                        .require(201)
                        .json()
                        .getString("number");
        dpo.post(request + "/identity", "{\"level\":\"L2\",\"method\":\"passport_in_person\"}")
                .require(200);
        dpo.post(request + "/decision", "{\"outcome\":\"granted\"}").require(200);
        String path = request + "/answer?purpose=P-RIGHTS";
        Patience.until(Duration.ofSeconds(30), () -> told(path), names -> names.contains("log/listing-1.json"));
        return path;
    }

    private List<String> told(String path) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                archive.client("dpo").get(path).require(200).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private List<String> reviewed(LocalDate by) {
        return archive
                .client("dpo")
                .get(Disclosing.PATH + "?purpose=P-LEGAL&limit=1000&reviewBy=" + by)
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> one.getString("id"))
                .toList();
    }

    @Test
    void onOtherGroundsNothingIsSecret() {
        String document =
                uploaded(archive.portal().lodge(Forms.workPermit("RD-1", "Açıqova")), "passport", Sample.pdf("open"));
        String form = "{\"ground\":\"x\",\"reviewOn\":\"" + TODAY.plusDays(9) + "\"}";
        String id = office.proposed(Disclosing.form("D-GOV", "AZE", Disclosing.ACT, List.of(document)));

        office.keepSecret(id, form).requireProblem(409, "secrecy-not-allowed");
        office.keepSecret(UUID.randomUUID().toString(), form).requireProblem(404, "not-found");
    }

    @Test
    void whatIsCalledBackOrExpiredIsGone() {
        String document =
                uploaded(archive.portal().lodge(Forms.workPermit("RD-1", "Geriyev")), "passport", Sample.pdf("back"));
        String recalled = office.proposed(Disclosing.form("D-LAW", "AZE", Disclosing.ORDER, List.of(document)));
        office.approve("supervisor", "P-SERVICE", recalled).require(200);
        office.parcel(recalled).require(200);
        String leaf = text("select packing_leaf_id from archive.disclosure where id = '" + recalled + "'");

        office.recall(recalled).require(200);

        office.parcel(recalled).requireProblem(409, "disclosure-ended");
        office.recall(recalled).requireProblem(409, "disclosure-ended");
        assertThat(office.seen(recalled).getString("state")).isEqualTo("recalled");
        assertThat(text("select packing from archive.disclosure where id = '" + recalled + "'"))
                .isEmpty();
        assertThat(leaf).isNotEmpty();
        assertThat(bySuperuser("select count(*) from keyring.leaf where id = '" + leaf + "'"))
                .as("the package's key is destroyed")
                .isEqualTo("0");
        assertThat(text("select because from archive.disclosure_notice where disclosure_id = '" + recalled + "'"))
                .isEqualTo("recalled");

        String expired = office.proposed(Disclosing.form("D-LAW", "AZE", Disclosing.ORDER, List.of(document)));
        office.approve("supervisor", "P-SERVICE", expired).require(200);
        LogBook.of(archive)
                .execute("update archive.disclosure set until = now() - interval '1 second' where id = '" + expired
                        + "'");
        office.parcel(expired).requireProblem(409, "disclosure-ended");
        assertThat(office.seen(expired).getString("state")).isEqualTo("ended");
    }

    @Test
    @Clause("DIS-7")
    void whoeverWasGivenADocumentIsToBeToldOfItsDestruction() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Silinova"));
        String document = uploaded(lodged, "passport", Sample.pdf("to be destroyed"));
        String id = office.proposed(Disclosing.form("D-LAW", "AZE", Disclosing.ORDER, List.of(document)));
        office.approve("supervisor", "P-SERVICE", id).require(200);
        office.parcel(id).require(200);
        String leaf = text("select packing_leaf_id from archive.disclosure where id = '" + id + "'");

        LogBook.of(archive).execute("""
                begin;
                insert into archive.destruction_order (id, ground, ordered_at, state) values ('%1$s', 'test', now(), 'ordered');
                insert into archive.destruction_target (order_id, kind, target_id) values ('%1$s', 'document', '%2$s');
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('destroy', '%1$s', now(), false, 1);
                commit""".formatted(UUID.randomUUID(), document));

        String told = "select because from archive.disclosure_notice where disclosure_id = '" + id + "'";
        Patience.until(Duration.ofMinutes(1), () -> text(told), "destroyed"::equals);
        Tasks.run(LogBook.of(archive), "sweeps");
        Patience.until(
                Duration.ofMinutes(1),
                () -> text("select template from archive.notice where about_id = '" + id + "'"),
                "recipient-destruction"::equals);
        assertThat(text("select count(*) from archive.disclosure_item where disclosure_id = '" + id + "'"))
                .isEqualTo("0");
        Patience.until(
                Duration.ofMinutes(1),
                "what its packages were made from is destroyed with it",
                () -> bySuperuser("select count(*) from keyring.leaf where id = '" + leaf + "'")
                        .equals("0"));
        office.parcel(id).requireProblem(404, "not-found");
        assertThat(office.seen(id).getJsonArray("documents").getJsonObject(0).getString("id"))
                .as("the register goes on naming what was given")
                .isEqualTo(document);
    }

    @Test
    @Clause({"DIS-2", "DIS-3"})
    void aProviderGetsNothingSpecialAndACourtsDecisionIsAttached() {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Məhkəməli"));
        String passport = uploaded(lodged, "passport", Sample.pdf("biometric"));
        String contract = uploaded(lodged, "employment_contract", Sample.pdf("a contract"));
        String receipt = uploaded(lodged, "payment_receipt", Sample.pdf("a receipt"));
        String id = "SVC-" + UUID.randomUUID();
        archive.client("dpo").send(put(id, """
                {"body":"Bank","act":"Contract","article":"1","purpose":"payments","validFrom":"2020-01-01",
                 "fields":["surname","birthDate","payment_receipt"]}""", "dpo")).require(200);
        Map<String, String> basis = Map.of("contract", id);
        JsonObjectBuilder processor = Json.createObjectBuilder()
                .add("name", "Bank")
                .add("kind", "payment_processor")
                .add("country", "AZE")
                .add("certificate", Disclosing.RECEIVER.certificate());

        office.propose(Disclosing.form("D-SVC", "AZE", basis, List.of(passport)))
                .requireProblem(403, "not-allowed");
        office.propose(Disclosing.form("D-SVC", "AZE", Map.of("contract", "none"), List.of(contract)))
                .requireProblem(409, "ground-incomplete");
        office.propose(Disclosing.form("D-SVC", "AZE", basis, List.of(contract)).add("recipient", processor))
                .requireProblem(403, "not-allowed");
        JsonObjectBuilder again = Json.createObjectBuilder()
                .add("name", "Bank")
                .add("kind", "payment_processor")
                .add("country", "AZE")
                .add("certificate", Disclosing.RECEIVER.certificate());
        String given = office.proposed(
                Disclosing.form("D-SVC", "AZE", basis, List.of(receipt)).add("recipient", again));
        office.approve("supervisor", "P-SERVICE", given).requireProblem(404, "not-found");
        office.approve("dpo", "P-LEGAL", given).require(200);
        assertThat(Disclosing.RECEIVER
                        .open(office.parcel(given).require(200).body())
                        .keySet())
                .anyMatch(name -> name.contains(receipt));

        Map<String, String> judgment = Map.of(
                "court", "Baku City Court",
                "caseNo", "2-1/2026",
                "judgmentDate", "2026-01-10",
                "inForceDate", "2026-02-10",
                "scope", "the contract",
                "decision", contract);
        Answer notADecision = office.propose(Disclosing.form("D-COURT", "AZE", judgment, List.of(contract)));
        assertThat(notADecision.requireProblem(409, "ground-incomplete").json().getString("missing"))
                .isEqualTo("scan_of_the_decision");
        String scan = archive.client("dpo")
                .post(
                        lodged.path() + "/documents?kind=court_decision",
                        "application/pdf",
                        Sample.pdf("in force").bytes())
                .require(201)
                .json()
                .getString("id");
        Map<String, String> attached = new HashMap<>(judgment);
        attached.put("decision", scan);
        String ordered = office.proposed(Disclosing.form("D-COURT", "AZE", attached, List.of(contract)));
        office.approve("dpo", "P-LEGAL", ordered).require(200);
        office.parcel(ordered).require(200);
    }

    @Test
    void nobodyApprovesOneself() {
        String document =
                uploaded(archive.portal().lodge(Forms.workPermit("RD-1", "Tək")), "passport", Sample.pdf("alone"));
        String id = office.proposed(Disclosing.form("D-GOV", "AZE", Disclosing.ACT, List.of(document)));

        office.approve("officer", "P-SERVICE", id).requireProblem(403, "not-allowed");
        archive.client("officer2")
                .get(Disclosing.path(id) + "?purpose=P-SERVICE")
                .requireProblem(404, "not-found");
        LogBook.of(archive).execute("update archive.disclosure set proposed_by = 'supervisor' where id = '" + id + "'");
        office.approve("supervisor", "P-SERVICE", id).requireProblem(409, "same-person");
    }

    private String uploaded(Lodged lodged, String kind, Sample sample) {
        String document = archive.portal().uploaded(lodged, kind, sample);
        archive.awaitRead(document);
        return document;
    }

    private static String asylum(String surname, String documentNumber) {
        return """
                {"service":"REF","unit":"HQ","channel":"portal","parties":[
                 {"role":"applicant","surname":"%s","givenNames":"Ramin","birthDate":"1984-02-29","nationality":"IRN",
                  "documentNumber":"%s"}]}""".formatted(surname, documentNumber);
    }

    private HttpRequest put(String agreement, String terms, String user) {
        return archive.client(user)
                .request("/api/v1/agreements/" + agreement)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(terms))
                .build();
    }

    /** But for the id that is another for every call. */
    private static JsonObject problem(Answer answer) {
        return Json.createObjectBuilder(answer.json()).remove("instance").build();
    }

    private String text(String sql) {
        return text(LogBook.of(archive), sql);
    }

    private String bySuperuser(String sql) {
        return text(LogBook.bySuperuser(archive), sql);
    }

    private static String text(LogBook book, String sql) {
        StringBuilder found = new StringBuilder();
        book.query(sql, row -> {
            String value = row.getString(1);
            found.append(value == null ? "" : value);
        });
        return found.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static JsonObject json(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }
}
