package muhafiz.proof.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
    private static final String HASH = "ab".repeat(32);
    private static final SignedNote CHECKPOINT = new SmallLog().note();

    private final NoteSigner before = new NoteSigner(SmallLog.ORIGIN, SmallLog.filled(1));
    private final NoteSigner after = new NoteSigner(SmallLog.ORIGIN, SmallLog.filled(2));
    private final KeyChange change = new KeyChange(SmallLog.ORIGIN, 12, before.key(), after.key());

    @Test
    void aChangeOfKeyThatBothKeysSignedIsAccepted() {
        var note = SignedNote.of(change.text()).with(before.sign(change.text())).with(after.sign(change.text()));

        assertThat(KeyChange.parse(SignedNote.parse(note.encoded()))).isEqualTo(change);
    }

    @Test
    void aChangeOfKeyThatOnlyOneOfThemSignedIsFound() {
        for (NoteSigner one : new NoteSigner[] {before, after}) {
            var note = SignedNote.of(change.text()).with(one.sign(change.text()));

            assertThatThrownBy(() -> KeyChange.parse(note))
                    .isInstanceOf(BrokenEvidenceException.class)
                    .hasMessageContaining("both keys");
        }
    }

    @Test
    void whatIsNoChangeOfKeyIsRefused() {
        for (String hostile :
                new String[] {"a\n", change.text() + "more\n", change.text().replace("12", "-1")}) {
            assertThatIllegalArgumentException().isThrownBy(() -> KeyChange.parse(SignedNote.of(hostile)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyChange(SmallLog.ORIGIN, 12, before.key(), before.key()));
    }

    @Test
    void aManifestComesBackAsItWasWritten() {
        var manifest = new AnswerManifest(
                "DSR-2026-17", CHECKPOINT, Map.of("data.json", HASH, "documents/Pasport Əliyev.pdf", HASH));

        assertThat(AnswerManifest.parse(manifest.text())).isEqualTo(manifest);
        assertThat(manifest.text()).contains(HASH + "  data.json\n").endsWith("\n\n" + CHECKPOINT.asText());
        var none = new AnswerManifest("DSR-2026-18", CHECKPOINT, Map.of());
        assertThat(AnswerManifest.parse(none.text())).isEqualTo(none);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/x",
                "a/../b",
                "a//b",
                "a\\b",
                "a\u0000b",
                "manifest.note",
                "",
                ".",
                "a/",
                "1/2/3/4/5/6/7/8/9/10"
            })
    void aNameThatLeadsElsewhereIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerManifest("about", CHECKPOINT, Map.of(name, HASH)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n",
                "muhafiz answer package v1\n",
                "muhafiz answer package v1\nabout\nname\n",
                "muhafiz answer package v1\nabout\n\n"
            })
    void whatIsNoManifestIsRefused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerManifest.parse(hostile));
    }

    @Test
    void aFileNamedTwiceIsRefused() {
        String once = new AnswerManifest("about", CHECKPOINT, Map.of("name", HASH)).text();
        String twice = once.replace(HASH, HASH + "  name\n" + HASH);

        assertThatIllegalArgumentException().isThrownBy(() -> AnswerManifest.parse(twice));
    }
}
