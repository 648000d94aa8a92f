package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LabelTest {
    private static final UUID OWNER = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID LEAF = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");

    @Test
    void itsTextIsAsciiAndParsesBack() {
        var label = new Label(OWNER, LEAF, new byte[] {(byte) 0xfb, (byte) 0xff, 0});

        assertThat(label.text())
                .isEqualTo("1.11111111-2222-4333-8444-555555555555.aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee.-_8A");
        var again = Label.parse(label.text()).orElseThrow();
        assertThat(again.owner()).isEqualTo(OWNER);
        assertThat(again.leaf()).isEqualTo(LEAF);
        assertThat(again.sealed()).isEqualTo(label.sealed());
    }

    @Test
    void nameAndTextStayBelowOneKibibyte() {
        var largest = new Label(OWNER, LEAF, new byte[Label.MOST]);

        String metadata = "x-amz-meta-" + Label.NAME + largest.text();

        assertThat(metadata.getBytes(StandardCharsets.US_ASCII).length).isLessThanOrEqualTo(1024);
        assertThat(Label.parse(largest.text())).isPresent();
        assertThatThrownBy(() -> new Label(OWNER, LEAF, new byte[Label.MOST + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anythingElseIsNoLabel() {
        String ids = OWNER + "." + LEAF;
        for (String text : new String[] {
            "",
            "1",
            "2." + ids + ".AAAA",
            "1." + ids + ".",
            "1." + ids + ".A",
            "1." + ids + ".AA=",
            "1." + ids + ".AB",
            "1." + ids + ".AAAA ",
            "1." + ids.toUpperCase(java.util.Locale.ROOT) + ".AAAA",
            "1." + OWNER + ".AAAA",
            "1." + ids + "." + "A".repeat(932)
        }) {
            assertThat(Label.parse(text)).as(text).isEmpty();
        }
    }
}
