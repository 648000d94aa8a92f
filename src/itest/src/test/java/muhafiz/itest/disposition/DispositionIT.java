package muhafiz.itest.disposition;

import static muhafiz.itest.disposition.RetiringHouse.PATH;
import static muhafiz.itest.disposition.RetiringHouse.form;
import static muhafiz.itest.disposition.RetiringHouse.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.tlog.VerifierKey;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RetiringHouses.class)
class DispositionIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @AfterEach
    void settle(RetiringHouse house) {
        LogBook.bySuperuser(house.archive()).execute("""
                update archive.clock set believed_at = now(), set_aside = null;
                delete from archive.custody_request;
                update archive.document set retention_end = null, disposal = null, retention_waits = 'permit_expired'
                    where retention_end is not null""");
    }

    @Test
    @DisplayName(
            "DP-7: two persons sign, keys die, the act lists ids and hashes without names, the log stays verifiable")
    @Clause("STO-3")
    void twoPersonsSignKeysDieAndTheActListsIdsAndHashesWithoutNames(RetiringHouse house) {
        Lodged lodged = house.lodge("Aktzadəyeva");
        String document = house.due(lodged, Sample.pdf("DP-7"));
        house.passCase(document);
        String hash =
                house.text("select encode(sealed_sha256, 'hex') from archive.document where id = '" + document + "'");
        String version = house.text("select version_id from archive.document where id = '" + document + "'");
        String person = house.text("select subject_id from archive.case_party where role = 'applicant' and case_id ="
                + " (select case_id from archive.document where id = '" + document + "')");

        JsonObject ended = house.carriedOut("RC-WP");

        assertThat(items(ended)).allMatch(item -> item.getString("state").equals("destroyed"));
        Answer paper = house.act(ended);
        DestructionAct.Signed act = DestructionAct.parse(paper.text());
        act.requireWhole();
        assertThat(act.proof()).as("the log tells of it").isPresent();
        Set<VerifierKey> log = Set.of(VerifierKey.parse(
                house.archive().stranger().get("/log/vkey").require(200).text().strip()));
        assertThat(act.note().signedBy(log)).isEqualTo(log);
        assertThat(act.proof().orElseThrow().checkpoint().signedBy(log)).isEqualTo(log);
        assertThat(act.act().items())
                .extracting(taken -> taken.item().id().toString())
                .containsExactlyInAnyOrderElementsOf(
                        items(ended).stream().map(item -> item.getString("id")).toList());
        assertThat(act.act().items())
                .anySatisfy(taken -> {
                    assertThat(taken.item().id()).hasToString(document);
                    assertThat(taken.item().ciphertext()).contains(hash);
                    assertThat(taken.item().recordClass()).isEqualTo("RC-WP");
                })
                .anySatisfy(taken -> assertThat(taken.item().kind()).isEqualTo("case"));
        assertThat(act.act().steps())
                .extracting(DestructionAct.Step::what)
                .startsWith("proposed", "approved", "approved")
                .contains("keys-destroyed");
        assertThat(act.act().steps())
                .filteredOn(step -> Set.of("proposed", "approved").contains(step.what()))
                .extracting(DestructionAct.Step::by)
                .startsWith("records_manager")
                .contains("records_manager", "dpo");
        assertThat(act.act().steps())
                .filteredOn(step -> step.what().equals("approved"))
                .extracting(DestructionAct.Step::by)
                .containsExactlyInAnyOrder("records_manager", "dpo");
        assertThat(paper.text())
                .doesNotContain("Aktzad")
                .doesNotContain(lodged.number())
                .doesNotContain("records2");

        assertThat(printed(house, ended, "records"))
                .as("on paper the same, the same bytes for everybody")
                .contains("Məhv etmə aktı", "Акт об уничтожении", act.act().digest(), document, hash)
                .contains("RC-WP (Work permit)")
                .doesNotContain("Aktzad", lodged.number(), "records2")
                .isEqualTo(printed(house, ended, "dpo"));

        house.archive().staff("officer").content(document, "P-SERVICE").require(404);
        house.archive().staff("officer").view(lodged, "P-SERVICE").require(404);
        assertThat(Bucket.of(house.archive()).documents())
                .noneMatch(file -> file.toString().contains(version));
        assertThat(house.text("select count(*) from archive.data_subject where id = '" + person + "'"))
                .isEqualTo("0");
        house.by("auditor")
                .get(PATH + "/" + ended.getString("id") + "/act?purpose=P-OVERSIGHT")
                .require(200);
    }

    /** The act on paper, as text; its attachment is the act. */
    private static String printed(RetiringHouse house, JsonObject ended, String user) {
        Answer answer = house.by(user)
                .get(PATH + "/" + ended.getString("id") + "/act", "Accept", "application/pdf")
                .require(200);
        assertThat(answer.header("Content-Type")).contains("application/pdf");
        try (PDDocument paper = Loader.loadPDF(answer.body())) {
            byte[] attached = paper.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("act.json")
                    .getEmbeddedFile()
                    .toByteArray();
            DestructionAct.parse(new String(attached, StandardCharsets.UTF_8)).requireWhole();
            return new PDFTextStripper().getText(paper) + Bags.sha256(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Clause("PRO-5")
    void nobodyApprovesTwiceOrWhatTheyProposedAndOneIsTheDataProtectionOfficer(RetiringHouse house) {
        String document = house.due(house.lodge("İmzalı"), Sample.pdf("signatures"));
        JsonObject disposition = house.proposed("RC-WP");

        house.approve(disposition, "records").requireProblem(409, "same-person");
        house.approve(disposition, "officer").requireProblem(403, "not-allowed");
        house.approve(disposition, "records2").require(200);
        house.approve(disposition, "records2").requireProblem(409, "same-person");
        house.approve(disposition, "supervisor").requireProblem(409, "dpo-needed");

        assertThat(house.archive()
                        .staff("officer")
                        .content(document, "P-SERVICE")
                        .status())
                .isEqualTo(200);
        house.approve(disposition, "dpo").require(200);
        house.approve(disposition, "dpo2").requireProblem(409, "already-decided");
        house.awaitEnded(disposition);
    }

    @Test
    void whoReleasedAHoldOnAnItemWithinNinetyDaysApprovesNothingOfIt(RetiringHouse house) {
        String document = house.due(house.lodge("Buraxılan"), Sample.pdf("released"));
        String hold = hold(house, document);
        house.book()
                .execute("update archive.hold set release_asked_by = 'dpo2', released_by = 'head', released_at = now()"
                        + " - interval '89 days' where id = '" + hold + "'");
        JsonObject disposition = house.proposed("RC-WP");

        house.approve(disposition, "dpo2").requireProblem(409, "same-person");
        house.book()
                .execute("update archive.hold set released_at = now() - interval '91 days' where id = '" + hold + "'");

        house.approve(disposition, "dpo2").require(200);
    }

    @Test
    void anotherListThanTheOneLookedAtIsNotApproved(RetiringHouse house) {
        house.due(house.lodge("Dəyişən"), Sample.pdf("list"));
        JsonObject disposition = house.proposed("RC-WP");
        String path = PATH + "/" + disposition.getString("id") + "/approvals";
        String digest = disposition.getString("digest");
        String other = (digest.startsWith("0") ? "f" : "0") + digest.substring(1);

        house.by("dpo").post(path, "{\"digest\":\"" + other + "\"}").requireProblem(409, "list-changed");
        house.by("dpo")
                .post(PATH + "/" + UUID.randomUUID() + "/approvals", "{\"digest\":\"" + other + "\"}")
                .requireProblem(404, "not-found");
    }

    @Test
    void nothingIsProposedForADayThatHasNotComeOrOfAClassThatHasNoEnd(RetiringHouse house) {
        house.by("records")
                .post(PATH, form(house.today().plusDays(1), "", "RC-WP"))
                .requireProblem(422, "as-of-in-future");
        house.by("records").post(PATH, form(house.today(), "", "RC-CERT")).requireProblem(422, "class-not-accepted");
        house.by("records").post(PATH, form(house.today(), "", "RC-TRAIN")).requireProblem(409, "nothing-due");
        house.by("dpo").post(PATH, form(house.today(), "", "RC-WP")).requireProblem(403, "not-allowed");
        house.by("officer").get(PATH + "/" + UUID.randomUUID()).requireProblem(403, "not-allowed");
    }

    @Test
    void aRuleWhosePeriodIsAssumedProposesAndDestroysNothing(RetiringHouse house) {
        Lodged lodged = house.lodge("Fərziyyəli");
        String receipt = house.archive().portal().uploaded(lodged, "payment_receipt", Sample.pdf("assumed"));
        house.archive().awaitRead(receipt);
        house.pass("archive.document", "id = '" + receipt + "'");
        JsonObject disposition = house.proposed("RC-PAY");

        Answer refused = house.approve(disposition, "dpo");

        assertThat(refused.requireProblem(409, "period-assumed").json().getString("rules"))
                .isEqualTo("RC-PAY");
    }

    @Test
    void whatProvesAStatusIsDestroyedOnlyWithTheStatementThatACopyIsHeldOrWasOffered(RetiringHouse house) {
        String card = house.due(house.lodge("Vəsiqəli"), Sample.pdf("card"));
        house.book().execute("update archive.document set kind = 'permit_card_image' where id = '" + card + "'");
        JsonObject silent = house.proposed("RC-WP");
        JsonObject stated = house.by("records")
                .post(PATH, form(house.today(), ",\"copiesStated\":true", "RC-WP"))
                .require(201)
                .json();

        Answer refused = house.approve(silent, "dpo");

        assertThat(refused.requireProblem(409, "copy-not-stated").json().getString("kinds"))
                .isEqualTo("permit_card_image");
        house.approve(stated, "dpo").require(200);
    }

    @Test
    void itemsDropOutForAHoldOrAMovedEndAndNoneJoins(RetiringHouse house) {
        Lodged lodged = house.lodge("Azalan");
        String held = house.filed(lodged, Sample.pdf("held"));
        String moved = house.filed(lodged, Sample.pdf("moved"));
        String going = house.filed(lodged, Sample.pdf("going"));
        String late = house.filed(lodged, Sample.pdf("late"));
        List.of(held, moved, going).forEach(house::passDocument);
        house.passCase(going);
        JsonObject disposition = house.proposed("RC-WP");
        house.approve(disposition, "records2").require(200);
        hold(house, held);
        house.book()
                .execute("update archive.document set retention_end = retention_end + 9000 where id = '" + moved + "'");
        house.passDocument(late);

        house.approve(disposition, "dpo").require(200);
        JsonObject ended = house.awaitEnded(disposition);

        assertThat(item(ended, held).getString("droppedBecause")).isEqualTo("PR-HOLD");
        assertThat(item(ended, moved).getString("droppedBecause")).isEqualTo("end-moved");
        assertThat(item(ended, going).getString("state")).isEqualTo("destroyed");
        assertThat(items(ended)).noneMatch(item -> item.getString("id").equals(late));
        for (String living : List.of(held, moved, late)) {
            house.archive().staff("officer").content(living, "P-SERVICE").require(200);
        }
        house.archive().staff("officer").view(lodged, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("AD-7: the clock set back a year, or 20 years ahead: the sweep stops; nothing is lost or kept wrongly")
    void withAClockInDoubtNothingIsDestroyedAndAfterwardsEverythingIs(RetiringHouse house) {
        LogBook book = LogBook.bySuperuser(house.archive());
        String document = house.due(house.lodge("Saatlı"), Sample.pdf("AD-7"));
        JsonObject disposition = house.proposed("RC-WP");
        house.approve(disposition, "records2").require(200);

        for (String wrong : List.of("now() + interval '1 year'", "now() - interval '20 years'")) {
            book.execute("update archive.clock set believed_at = " + wrong);

            house.approve(disposition, "dpo").requireProblem(503, "clock-in-doubt");
            house.by("records").post(PATH, form(house.today(), "", "RC-WP")).requireProblem(503, "clock-in-doubt");
            house.archive().staff("officer").content(document, "P-SERVICE").require(200);
        }
        book.execute("update archive.clock set believed_at = now()");
        house.approve(disposition, "dpo").require(200);
        JsonObject ended = house.awaitEnded(disposition);

        assertThat(item(ended, document).getString("state")).isEqualTo("destroyed");
    }

    @Test
    @DisplayName(
            "KC-1: an act marked at once: both custodians confirm, the roots that could still open it end, and the log tells")
    void anActMarkedAtOnceIsPutOutOfReachByBothCustodians(RetiringHouse house) {
        house.due(house.lodge("Təcili"), Sample.pdf("KC-1"));
        JsonObject disposition = house.by("records")
                .post(PATH, form(house.today(), ",\"atOnce\":true", "RC-WP"))
                .require(201)
                .json();
        house.approve(disposition, "records2").require(200);
        house.approve(disposition, "dpo").require(200);
        JsonObject ended = house.awaitEnded(disposition);
        String order = items(ended).get(0).getString("order");
        String rotations = "/api/v1/keys/rotations";
        String emergency = "{\"emergency\":true}";

        Answer first = house.by("custodian").post(rotations, emergency);
        assertThat(first.requireProblem(409, "two-custodians").json().getString("because"))
                .contains("act-at-once");
        house.by("custodian2").post(rotations + "/confirmations", emergency).require(200);

        Answer certificate = Patience.until(
                SOON,
                () -> house.by("auditor").get("/api/v1/destructions/" + order + "/certificate?purpose=P-OVERSIGHT"),
                answer -> answer.status() == 200
                        && answer.json().getJsonArray("parts").size() == 2);
        assertThatCode(() -> DestructionCertificate.parse(certificate.text()).requireProven())
                .as("the log tells of both: keys destroyed, last root gone")
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("RM-2: citizenship files at their end: a package with inventory, a receipt, and only then shredded")
    void citizenshipFilesAreHandedOverAndShreddedOnlyAfterTheReceipt(RetiringHouse house) {
        Sample paper = Sample.pdf("RM-2");
        Lodged lodged = house.lodge("Vətəndaşova");
        String document = house.archive().portal().uploaded(lodged, "passport", paper);
        house.archive().awaitRead(document);
        house.book()
                .execute("update archive.document set record_class = 'RC-CIT' where id = '" + document
                        + "'; update archive.case_file set record_class = 'RC-CIT' where id ="
                        + " (select case_id from archive.document where id = '" + document + "')");
        house.pass("archive.document", "id = '" + document + "'");
        house.passCase(document);
        JsonObject disposition = house.proposed("RC-CIT");
        String path = PATH + "/" + disposition.getString("id");
        NationalArchive receiver = NationalArchive.withKeyOf(3072);
        house.by("records").post(path + "/transfer", receiver.form()).requireProblem(409, "nothing-to-transfer");
        house.approve(disposition, "records2").require(200);
        house.approve(disposition, "dpo").require(200);
        house.by("records")
                .post(path + "/transfer", NationalArchive.withKeyOf(2048).form())
                .requireProblem(400, "malformed");

        byte[] parcel = house.by("records")
                .post(path + "/transfer", receiver.form())
                .require(200)
                .body();

        Map<String, byte[]> files = receiver.open(parcel);
        Bags.requireWhole(files);
        String root = disposition.getString("id") + "/data/";
        assertThat(files).anySatisfy((name, bytes) -> {
            assertThat(name).startsWith(root).endsWith(document);
            assertThat(bytes).isEqualTo(paper.bytes());
        });
        assertThat(new String(files.getOrDefault(root + "inventory.csv", new byte[0]), StandardCharsets.UTF_8))
                .contains(document);
        assertThat(new String(files.getOrDefault(root + "premis.xml", new byte[0]), StandardCharsets.UTF_8))
                .contains("http://www.loc.gov/premis/v3")
                .contains(document);
        assertThat(files).anySatisfy((name, bytes) -> assertThat(name).endsWith("/case.json"));
        house.by("records").post(path + "/receipt", receipt("0".repeat(64))).requireProblem(409, "package-unknown");
        assertThat(house.text("select count(*) from archive.document where id = '" + document + "'"))
                .as("nothing is shredded before the receipt")
                .isEqualTo("1");

        house.by("records")
                .post(path + "/receipt", receipt(Bags.sha256(parcel)))
                .require(200);
        JsonObject ended = house.awaitEnded(disposition);

        assertThat(items(ended))
                .hasSize(2)
                .allMatch(item -> item.getString("state").equals("transferred"));
        assertThat(house.text("select count(*) from archive.document where id = '" + document + "'"))
                .isEqualTo("0");
        DestructionAct.Signed act = DestructionAct.parse(house.act(ended).text());
        act.requireWhole();
        assertThat(act.act().items()).allMatch(DestructionAct.Taken::isTransferred);
        assertThat(act.act().steps()).extracting(DestructionAct.Step::what).contains("received");
    }

    private static String receipt(String sha256) {
        return "{\"sha256\":\"" + sha256 + "\",\"reference\":\"NAF 17/2026\"}";
    }

    @Test
    @DisplayName("RM-3: an overstay file: when three months remain, its unit is told")
    void threeMonthsBeforeTheEndOfAnOverstayFileItsUnitIsTold(RetiringHouse house) {
        Lodged soon = house.lodge("Gecikən");
        Lodged later = house.lodge("Vaxtında");
        overstay(house, soon, house.today().plusMonths(3));
        overstay(house, later, house.today().plusMonths(3).plusDays(1));

        Tasks.run(house.book(), "sweeps");
        Tasks.run(house.book(), "sweeps");

        String told =
                house.by("supervisor").get("/api/v1/pre-notices").require(200).text();
        assertThat(told)
                .containsOnlyOnce(soon.number())
                .contains("RC-REG:overstay")
                .doesNotContain(later.number());
        assertThat(house.by("records").get("/api/v1/pre-notices").require(200).text())
                .contains(soon.number());
        house.by("officer").get("/api/v1/pre-notices").requireProblem(403, "not-allowed");
    }

    /** A file of that rule and end. */
    private static void overstay(RetiringHouse house, Lodged lodged, LocalDate end) {
        String document = house.archive().portal().uploaded(lodged, "passport", Sample.pdf("overstay " + end));
        house.archive().awaitRead(document);
        house.book()
                .execute("update archive.document set record_class = 'RC-REG', retention_rule = 'RC-REG:overstay',"
                        + " retention_waits = null, disposal = 'shred', retention_end = '" + end + "' where id = '"
                        + document
                        + "'");
    }

    @Test
    void anEditedPolicyFileChangesNothingOfWhatIsDue(RetiringHouse house) {
        Lodged lodged = house.lodge("Dəyişməz");
        String document = house.archive().portal().uploaded(lodged, "passport", Sample.pdf("not due"));
        house.archive().awaitRead(document);
        String shipped = "period: P5Y, action: shred, status: reported";
        String edited = "period: P1D, action: shred, status: reported";
        house.config().with("policy.yaml", shipped, edited);
        try {
            house.by("records").post(PATH, form(house.today(), "", "RC-WP")).requireProblem(409, "nothing-due");
        } finally {
            house.config().with("policy.yaml", edited, shipped);
        }
    }

    private static JsonObject item(JsonObject disposition, String id) {
        return items(disposition).stream()
                .filter(one -> one.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** As a hold stands in its rows. @return its id */
    private static String hold(RetiringHouse house, String document) {
        String hold = UUID.randomUUID().toString();
        house.book().execute("""
                begin;
                insert into archive.hold (id, leaf_id, sealed, placed_at, placed_by, review_on)
                    values ('%1$s', '%1$s', 'sealed', now() - interval '100 days', 'records', current_date + 100);
                insert into archive.hold_item (hold_id, document_id) values ('%1$s', '%2$s');
                commit""".formatted(hold, document));
        return hold;
    }
}
