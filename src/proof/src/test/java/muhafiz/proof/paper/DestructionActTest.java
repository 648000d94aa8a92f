package muhafiz.proof.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tlog.SignedNote;
import org.junit.jupiter.api.Test;

class DestructionActTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final UUID ORDER = new UUID(0x4000L, 0x8000000000000009L);
    private static final DisposedItem PASSPORT = new DisposedItem(
            "document",
            UUID.fromString("01234567-89ab-4def-8123-456789abcdef"),
            "RC-WP",
            "RC-WP",
            LocalDate.parse("2026-11-01"),
            "shred",
            Optional.of("a".repeat(64)),
            UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final DisposedItem FILE = new DisposedItem(
            "case",
            UUID.fromString("fedcba98-7654-4210-bedc-ba9876543210"),
            "RC-WP",
            "RC-WP",
            LocalDate.parse("2026-11-02"),
            "shred",
            Optional.empty(),
            UUID.fromString("00000000-0000-4000-8000-000000000002"));

    private final SmallLog log = new SmallLog();

    /** The expected hash is that of {@code sha256sum} over the text as package-info shows it. */
    @Test
    void theDigestIsTheHashOfTheListAsItIsDescribed() {
        var list = new DispositionList(DAY, true, List.of(FILE, PASSPORT));

        assertThat(list.digest()).isEqualTo("a6ebfe95fbc67c1622ec7fa062bec9daf0e2fd3eb6b47997fad7d69a1e53f474");
    }

    @Test
    void anotherDayMarkOrItemIsAnotherDigest() {
        var digest = new DispositionList(DAY, true, List.of(PASSPORT, FILE)).digest();

        assertThat(new DispositionList(DAY.plusDays(1), true, List.of(PASSPORT, FILE)).digest())
                .isNotEqualTo(digest);
        assertThat(new DispositionList(DAY, false, List.of(PASSPORT, FILE)).digest())
                .isNotEqualTo(digest);
        assertThat(new DispositionList(DAY, true, List.of(PASSPORT)).digest()).isNotEqualTo(digest);
        assertThatIllegalArgumentException().isThrownBy(() -> new DispositionList(DAY, true, List.of(FILE, FILE)));
    }

    @Test
    void anActThatTheLogTellsOfIsWholeAfterItWasSentAsJson() {
        var sent = signed(act(PASSPORT, FILE), act(PASSPORT, FILE)).json().toString();

        var read = DestructionAct.parse(sent);
        read.requireWhole();

        assertThat(read.act()).isEqualTo(act(FILE, PASSPORT));
        assertThat(read.note().signedBy(List.of(log.signer().key()))).hasSize(1);
    }

    @Test
    void anActWithAnotherItemThanItsNoteOrItsEntryIsFound() {
        var signed = signed(act(PASSPORT), act(PASSPORT));
        var longer = new DestructionAct.Signed(act(PASSPORT, FILE), signed.note(), signed.proof());
        var untold = signed(act(PASSPORT), act(FILE));

        assertThatThrownBy(longer::requireWhole)
                .isInstanceOf(BrokenEvidenceException.class)
                .hasMessageContaining("the note");
        assertThatThrownBy(untold::requireWhole)
                .isInstanceOf(BrokenEvidenceException.class)
                .hasMessageContaining("entry 1");
    }

    private static DestructionAct act(DisposedItem... items) {
        return new DestructionAct(
                new DestructionAct.Frozen(ORDER, DAY, "f".repeat(64)),
                List.of(new DestructionAct.Step("approved", "dpo", Instant.ofEpochSecond(SmallLog.TIME))),
                List.of(items).stream()
                        .map(item -> new DestructionAct.Taken(item, ORDER, false))
                        .toList());
    }

    /** @param told of which the log tells */
    private DestructionAct.Signed signed(DestructionAct act, DestructionAct told) {
        long index = log.append(1, 1, Map.of("act", told.digest()));
        var note = SignedNote.of(act.text()).with(log.signer().sign(act.text()));
        return new DestructionAct.Signed(
                act, note, Optional.of(new DestructionAct.Signed.Proof(log.note(), log.proven(index))));
    }
}
