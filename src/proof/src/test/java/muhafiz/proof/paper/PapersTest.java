package muhafiz.proof.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.TlogProof;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PapersTest {
    private static final int PERSON = 1;
    private static final int ANOTHER = 2;
    private static final UUID DOCUMENT = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");
    private static final UUID ORDER = UUID.fromString("fedcba98-7654-4210-bedc-ba9876543210");
    private static final ReceivedDocument PASSPORT =
            new ReceivedDocument(DOCUMENT, "passport", 7, SmallLog.filled(5), SmallLog.filled(6));

    private final SmallLog log = new SmallLog();

    @BeforeEach
    void fill() {
        log.append(PERSON, 1, Map.of("what", "one"));
        log.append(ANOTHER, 1, Map.of());
        log.append(PERSON, 2, Map.of("what", "two"));
        log.append(PERSON, 3, received(PASSPORT));
        log.append(ANOTHER, 2, Map.of("order", ORDER.toString(), "part", "1"));
        log.append(ANOTHER, 3, Map.of("order", ORDER.toString(), "part", "2"));
    }

    private static Inside received(ReceivedDocument document) {
        var more = Map.of("received", HexFormat.of().formatHex(document.commitment()));
        var none = Optional.<UUID>empty();
        return new Inside(none, Optional.of(document.document()), none, Optional.empty(), more, SmallLog.filled(4));
    }

    @Test
    void theStoryOfThePackage() {
        long index = 2;
        var leaf = log.leaf(index);
        var inside = log.inside(index);
        var path = log.path(index);
        var checkpoint = log.checkpoint();

        var entry = new ProvenEntry(index, leaf, Optional.of(inside), path);
        entry.requireIn(checkpoint);
        var again = ProvenEntry.of(entry.json());

        assertThat(again.json()).isEqualTo(entry.json());
        assertThatCode(() -> again.requireIn(checkpoint)).doesNotThrowAnyException();
    }

    @Test
    void anEntryAtAnotherPlaceIsFound() {
        var moved = new ProvenEntry(3, log.leaf(2), Optional.empty(), log.path(2));
        var beyond = new ProvenEntry(6, log.leaf(2), Optional.empty(), log.path(2));

        assertBroken(() -> moved.requireIn(log.checkpoint()), "entry 3 is not in the log");
        assertBroken(() -> beyond.requireIn(log.checkpoint()), "entry 6 is beyond");
    }

    @Test
    void anInsideThatWasNotCommittedToIsFound() {
        var swapped = new ProvenEntry(2, log.leaf(2), Optional.of(log.inside(0)), log.path(2));

        assertBroken(() -> swapped.requireIn(log.checkpoint()), "entry 2 does not commit");
    }

    private static void assertBroken(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(BrokenEvidenceException.class).hasMessageContaining(message);
    }

    @Test
    void aDisclosedInsideIsWhatTheCommitmentCovers() {
        var inside = log.inside(0);

        assertThat(Inside.ofDisclosed(inside.disclosed())).isEqualTo(inside);
        assertThatIllegalArgumentException().isThrownBy(() -> Inside.ofDisclosed(new byte[256 * 128 + 1]));
        byte[] longer = Arrays.copyOf(inside.disclosed(), inside.disclosed().length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Inside.ofDisclosed(longer));
    }

    @Test
    void aReceiptProvesWhatWasReceived() {
        var proof = receipt(new Receipt.Opening(log.inside(3), PASSPORT));

        var again = TlogProof.parse(proof.asText());
        var receipt = Receipt.of(again);

        assertThatCode(() -> receipt.requireIn(again)).doesNotThrowAnyException();
        assertThat(receipt.opening().orElseThrow().document().kind()).isEqualTo("passport");
    }

    private TlogProof receipt(Receipt.Opening opening) {
        var receipt = new Receipt(log.leaf(3), Optional.of(opening));
        return new TlogProof(Optional.of(receipt.extra()), 3, log.path(3), log.note());
    }

    @Test
    void aReceiptForAnotherDocumentIsFound() {
        var forged = new ReceivedDocument(DOCUMENT, "passport", 8, SmallLog.filled(5), SmallLog.filled(6));
        var proof = receipt(new Receipt.Opening(log.inside(3), forged));

        assertBroken(() -> Receipt.of(proof).requireIn(proof), "another document");
    }

    @Test
    void theAuditorsReceiptShowsNoDocument() {
        var receipt = new Receipt(log.leaf(3), Optional.empty());
        var proof = new TlogProof(Optional.of(receipt.extra()), 3, log.path(3), log.note());

        assertThatCode(() -> Receipt.of(proof).requireIn(proof)).doesNotThrowAnyException();
        assertThat(new String(receipt.extra())).doesNotContain("inside", "document", "sha256");
    }

    @Test
    void aProofWithoutItsEntryIsNoReceipt() {
        var proof = new TlogProof(Optional.empty(), 3, log.path(3), log.note());

        assertThatIllegalArgumentException().isThrownBy(() -> Receipt.of(proof));
    }

    /** printf of label, nonce, facts and hash | openssl dgst -sha256. */
    @Test
    void theCommitmentToADocumentIsWhatOpensslSays() {
        assertThat(HexFormat.of().formatHex(PASSPORT.commitment()))
                .isEqualTo("da9869cdcd37337cbb27115016e756a5421a088cf487a3b8f9d889924c06b2c1");
    }

    @Test
    void aListingWithoutAGapIsAccepted() {
        var listing = PersonListing.parse(listing(3, 0, 2, 3).json().toString());

        assertThatCode(listing::requireComplete).doesNotThrowAnyException();
    }

    private PersonListing listing(long count, long... indexes) {
        var entries = Arrays.stream(indexes).mapToObj(log::proven).toList();
        var year = new PersonListing.Year(2026, LogLeaf.tagKey(SmallLog.filled(PERSON)), count);
        return new PersonListing(log.note(), List.of(year), entries);
    }

    @Test
    void aMissingEntryIsNamedByItsGap() {
        assertBroken(() -> listing(3, 0, 3).requireComplete(), "of 2026, entry number 2 of 3");
    }

    @Test
    void anEntryOfSomebodyElseIsNamed() {
        assertBroken(() -> listing(3, 0, 1, 2, 3).requireComplete(), "entry 1 is none of this person's");
    }

    @Test
    void anEntryListedTwiceIsNamed() {
        assertBroken(() -> listing(3, 0, 2, 2, 3).requireComplete(), "entry 2 is listed twice");
    }

    @Test
    void anEntryBeyondTheCountIsNamed() {
        assertBroken(() -> listing(2, 0, 2, 3).requireComplete(), "entry 3 is none of this person's");
    }

    @Test
    void aCertificateIsWhatTheLogSays() {
        var certificate = certificate(ORDER, part(1, 4, 0), part(2, 5, 0));

        var again = DestructionCertificate.parse(certificate.json().toString());

        assertThatCode(again::requireProven).doesNotThrowAnyException();
        assertThat(again.parts()).hasSize(2);
    }

    private DestructionCertificate certificate(UUID order, DestructionCertificate.Part... parts) {
        return new DestructionCertificate(order, log.note(), List.of(parts));
    }

    private DestructionCertificate.Part part(int number, long index, long later) {
        return new DestructionCertificate.Part(number, Instant.ofEpochSecond(SmallLog.TIME + later), log.proven(index));
    }

    @Test
    void aCertificateThatSaysSomethingElseIsFound() {
        assertBroken(() -> certificate(DOCUMENT, part(1, 4, 0)).requireProven(), "part 1");
        assertBroken(() -> certificate(ORDER, part(1, 5, 0)).requireProven(), "part 1");
        assertBroken(() -> certificate(ORDER, part(1, 4, 0), part(2, 5, 1)).requireProven(), "part 2");
        assertBroken(() -> certificate(ORDER, part(2, 5, 0)).requireProven(), "part 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\":1}",
                "{\"format\":\"muhafiz person listing v2\"}",
                "{\"format\":\"muhafiz person listing v1\",\"checkpoint\":\"\",\"years\":[],\"entries\":[]}",
                "{\"format\":\"muhafiz person listing v1\",\"checkpoint\":7,\"years\":{},\"entries\":[null]}",
                "{\"format\":\"muhafiz destruction certificate v1\",\"order\":\"x\",\"checkpoint\":\"\",\"parts\":[]}",
                "{\"format\":\"muhafiz person listing v1\"} {}"
            })
    void whatIsNoPaperIsRefused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> PersonListing.parse(hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> DestructionCertificate.parse(hostile));
    }

    @Test
    void everyMissingMemberOfAnEntryIsRefused() {
        JsonObject whole = log.proven(0).json();
        for (String name : List.of("index", "leaf", "path")) {
            var less = Json.writer().createObjectBuilder(whole).remove(name).build();

            assertThatIllegalArgumentException().as(name).isThrownBy(() -> ProvenEntry.of(less));
        }
    }
}
