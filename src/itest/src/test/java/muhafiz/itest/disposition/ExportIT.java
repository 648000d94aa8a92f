package muhafiz.itest.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The exit, opened by its receiver and judged by others' readers: the Library of Congress' for bags, the JDK's for XML. */
@ExtendWith(SharedArchive.class)
class ExportIT {
    private static final String PATH = "/api/v1/exports";
    private static final String PREMIS = "http://www.loc.gov/premis/v3";
    /** A unit in which nobody else lodges. */
    private static final String UNIT = "RD-6";

    private static final NationalArchive RECEIVER = NationalArchive.withKeyOf(3072);

    private RunningArchive archive;

    @BeforeEach
    void of(RunningArchive running) {
        archive = running;
    }

    @Test
    void allOfAUnitGoesToItsReceiverOnceTwoOthersHaveApproved(@TempDir Path folder) throws Exception {
        Sample passport = Sample.pdf("exit");
        Lodged lodged = archive.portal().lodge(Forms.workPermit(UNIT, "Çıxışova"));
        String document = archive.portal().uploaded(lodged, "passport", passport);
        String restricted = archive.portal().uploaded(lodged, "photo", Sample.jpeg("kept here"));
        String payment = pay(lodged);
        String elsewhere = archive.portal()
                .uploaded(archive.portal().lodge(Forms.workPermit("RD-1", "Qalan")), "passport", Sample.pdf("stays"));
        awaitRead(document, restricted, payment, elsewhere);
        LogBook.of(archive)
                .execute("update archive.document set restricted_since = now(), restricted_because = 'test'"
                        + " where id = '" + restricted + "'");
        JsonObject export = propose("\"unit\":\"" + UNIT + "\",");
        approve(export, "records2").require(200);
        send(export, "").requireProblem(409, "approvals-missing");
        approve(export, "dpo").require(200);
        LogBook.Mark before = LogBook.of(archive).mark();

        Answer sent = send(export, "");

        Map<String, byte[]> files = RECEIVER.open(sent.body());
        NationalArchive other = NationalArchive.withKeyOf(3072);
        assertThatThrownBy(() -> other.open(sent.body()))
                .as("nobody else opens it")
                .isInstanceOf(RuntimeException.class);
        requireBag(files, folder);
        String root = export.getString("id") + "/data/";
        assertThat(files).anySatisfy((name, bytes) -> {
            assertThat(name).startsWith(root).endsWith(document);
            assertThat(bytes).isEqualTo(passport.bytes());
        });
        assertThat(files.keySet())
                .anyMatch(name -> name.endsWith(payment))
                .noneMatch(name -> name.endsWith(restricted) || name.endsWith(elsewhere));
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().endsWith("/case.json"))
                .anySatisfy(file -> assertThat(text(file.getValue()))
                        .contains("Çıxışova", lodged.number().replace("-", "")))
                .noneSatisfy(file -> assertThat(text(file.getValue())).contains("Qalan"));
        requirePremis(files, root, document, payment);
        long entries = before.allSince().stream()
                .filter(entry -> entry.publicPart().action().equals("export"))
                .count();
        assertThat(entries)
                .as("of each document and case for everybody concerned, and of the package")
                .isGreaterThanOrEqualTo(5);
        JsonObject seen = archive.client("dpo")
                .get(PATH + "/" + export.getString("id"))
                .require(200)
                .json();
        assertThat(seen.getInt("leftOut")).isGreaterThanOrEqualTo(1);
        JsonObject parcel = seen.getJsonArray("sent").getJsonObject(0);
        assertThat(parcel.getString("sha256")).isEqualTo(Bags.sha256(sent.body()));
        assertThat(parcel.getInt("bytes")).isEqualTo(sent.body().length);
        send(export, "?after=ffffffff-ffff-4fff-bfff-ffffffffffff").requireProblem(409, "nothing-to-transfer");
    }

    @Test
    void ofAClassNothingElseGoes(@TempDir Path folder) throws Exception {
        Lodged lodged = archive.portal().lodge(Forms.workPermit(UNIT, "Sinifli"));
        String payment = pay(lodged);
        String passport = archive.portal().uploaded(lodged, "passport", Sample.pdf("another class"));
        awaitRead(payment, passport);
        JsonObject export = propose("\"unit\":\"" + UNIT + "\",\"classes\":[\"RC-PAY\"],");
        approve(export, "dpo").require(200);
        approve(export, "records2").require(200);

        Map<String, byte[]> files = RECEIVER.open(send(export, "").require(200).body());

        requireBag(files, folder);
        assertThat(files.keySet())
                .anyMatch(name -> name.endsWith(payment))
                .noneMatch(name -> name.endsWith(passport) || name.endsWith("case.json"));
        assertThat(files.values()).noneSatisfy(bytes -> assertThat(text(bytes)).contains("Sinifli"));
    }

    @Test
    void nobodyApprovesAloneOrAnotherReceiver() {
        archive.portal().lodge(Forms.workPermit(UNIT, "İcazəli"));
        JsonObject export = propose("\"unit\":\"" + UNIT + "\",");
        JsonObject other = propose("\"unit\":\"" + UNIT + "\",");
        String theirs = "{\"digest\":\"" + other.getString("digest") + "\"}";
        String path = PATH + "/" + export.getString("id");

        assertThat(export.getString("digest")).isNotEqualTo(other.getString("digest"));
        archive.client("dpo").post(path + "/approvals", theirs).requireProblem(409, "list-changed");
        approve(export, "records").requireProblem(409, "same-person");
        approve(export, "officer").requireProblem(403, "not-allowed");
        approve(export, "records2").require(200);
        approve(export, "records2").requireProblem(409, "same-person");
        approve(export, "dpo").require(200);
        approve(export, "dpo2").requireProblem(409, "already-decided");
        archive.client("dpo").get(path + "/package").requireProblem(403, "not-allowed");
        LogBook.of(archive)
                .execute("update archive.export set as_of = as_of - interval '31 days' where id = '"
                        + export.getString("id") + "'");
        send(export, "").requireProblem(409, "export-ended");
    }

    @Test
    void whatCannotGoIsNotProposed() {
        String form = RECEIVER.form();

        archive.client("dpo").post(PATH, form).requireProblem(403, "not-allowed");
        archive.client("records")
                .post(PATH, NationalArchive.withKeyOf(2048).form())
                .requireProblem(400, "malformed");
        archive.client("records").post(PATH, with(form, "\"unit\":\"RD-99\",")).requireProblem(422, "unit-unknown");
        archive.client("records")
                .post(PATH, with(form, "\"classes\":[\"RC-CERT\"],"))
                .requireProblem(422, "class-not-accepted");
        archive.client("records")
                .post(PATH, with(form, "\"unit\":\"RD-5\",\"classes\":[\"RC-TRAIN\"],"))
                .requireProblem(409, "nothing-to-transfer");
    }

    /** No officer of this unit is known, who could be asked. */
    private void awaitRead(String... documents) {
        String ids = "'" + String.join("','", documents) + "'";
        Patience.until(Duration.ofMinutes(1), "the machine has read them", () -> {
            StringBuilder waiting = new StringBuilder();
            LogBook.of(archive)
                    .query(
                            "select count(*) from archive.document where state = 'received' and id in (" + ids + ")",
                            row -> waiting.append(row.getString(1)));
            return waiting.toString().equals("0");
        });
    }

    private String pay(Lodged lodged) {
        return archive.client("portal")
                .post(
                        lodged.path() + "/payments",
                        "{\"amount\":1000,\"currency\":\"AZN\",\"paidAt\":\"" + Instant.now()
                                + "\",\"via\":\"card\",\"reference\":\"R-1\"}")
                .require(201)
                .json()
                .getString("id");
    }

    private static String with(String form, String members) {
        return form.replaceFirst("\\{", "{" + members);
    }

    private JsonObject propose(String scope) {
        return archive.client("records")
                .post(PATH, with(RECEIVER.form(), scope))
                .require(201)
                .json();
    }

    private Answer approve(JsonObject export, String user) {
        return archive.client(user)
                .post(
                        PATH + "/" + export.getString("id") + "/approvals",
                        "{\"digest\":\"" + export.getString("digest") + "\"}");
    }

    private Answer send(JsonObject export, String query) {
        return archive.client("records").get(PATH + "/" + export.getString("id") + "/package" + query);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Complete and valid (RFC 8493 §3) by the Library of Congress' own library. */
    private static void requireBag(Map<String, byte[]> files, Path folder) throws Exception {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        String name = files.keySet().iterator().next().replaceFirst("/.*", "");
        Bag bag = new BagReader().read(folder.resolve(name));
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isComplete(bag, false);
            verifier.isValid(bag, false);
        }
        assertThat(bag.getMetadata().get("External-Identifier")).containsExactly(name);
    }

    /** PREMIS 3.0 data dictionary: what is mandatory of objects of category file, of events, agents and rights. */
    private static void requirePremis(Map<String, byte[]> files, String root, String... documents) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element premis = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.getOrDefault(root + "premis.xml", new byte[0])))
                .getDocumentElement();
        assertThat(premis.getNamespaceURI()).isEqualTo(PREMIS);
        assertThat(premis.getAttribute("version")).isEqualTo("3.0");
        NodeList objects = premis.getElementsByTagNameNS(PREMIS, "object");
        Map<String, Element> byId = new HashMap<>();
        for (int i = 0; i < objects.getLength(); i++) {
            Element object = (Element) objects.item(i);
            byId.put(first(object, "objectIdentifierValue"), object);
            byte[] bytes = files.get(root.replace("data/", "") + first(object, "originalName"));
            assertThat(first(object, "messageDigestAlgorithm")).isEqualTo("SHA-256");
            assertThat(first(object, "messageDigest")).isEqualTo(Bags.sha256(bytes));
            assertThat(first(object, "size")).isEqualTo(Integer.toString(bytes.length));
            assertThat(first(object, "formatName")).isNotEmpty();
        }
        assertThat(byId).containsKeys(documents);
        assertThat(first(premis, "eventIdentifierValue")).isEqualTo(root.replaceFirst("/.*", ""));
        assertThat(first(premis, "eventType")).isEqualTo("transfer");
        assertThat(Instant.parse(first(premis, "eventDateTime")))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(first(premis, "agentIdentifierValue")).isEqualTo("muhafiz");
        assertThat(premis.getElementsByTagNameNS(PREMIS, "rightsStatement").getLength())
                .as("the rule of each")
                .isEqualTo(byId.size());
    }

    private static String first(Element within, String name) {
        return within.getElementsByTagNameNS(PREMIS, name).item(0).getTextContent();
    }
}
