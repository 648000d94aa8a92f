package muhafiz.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import muhafiz.inspect.page.PageWish;
import org.junit.jupiter.api.Test;

/** What every inspector keeps to, whether it reads or not. */
public abstract class DocumentInspectorContract {
    private static final byte[] DOCUMENT = "Salam".getBytes(StandardCharsets.US_ASCII);

    /** The inspector under test; closed by whoever made it. */
    protected abstract DocumentInspector inspector();

    @Test
    void aDocumentHasAnOutcomeAndNoOutcomeIsAnException() throws IOException {
        Inspection inspection = inspector()
                .inspect(UUID.randomUUID(), "text/plain", DOCUMENT.length, new ByteArrayInputStream(DOCUMENT));

        assertThat(inspection).isInstanceOfAny(Inspection.Read.class, Inspection.NotReadByMachine.class);
    }

    @Test
    void whatHasNoPagesIsNotDrawnAndThatIsNoExceptionEither() throws IOException {
        String code = inspector().isolation() == Isolation.NONE ? "not-isolated" : "unsupported";

        assertThat(inspector()
                        .draw(
                                UUID.randomUUID(),
                                new PageWish(1, 240),
                                DOCUMENT.length,
                                new ByteArrayInputStream(DOCUMENT)))
                .isEqualTo(new Drawing.None(code));
        assertThat(inspector().words(UUID.randomUUID(), 1, DOCUMENT.length, new ByteArrayInputStream(DOCUMENT)))
                .isEqualTo(new PageWords.None(code));
    }

    @Test
    void aHintThatIsNoMediaTypeDoesNoHarm() throws IOException {
        Inspection inspection =
                inspector().inspect(UUID.randomUUID(), "; DROP", DOCUMENT.length, new ByteArrayInputStream(DOCUMENT));

        assertThat(inspection).isInstanceOfAny(Inspection.Read.class, Inspection.NotReadByMachine.class);
    }

    @Test
    void theCallersStreamIsLeftOpen() throws IOException {
        AtomicBoolean isClosed = new AtomicBoolean();
        ByteArrayInputStream stream = new ByteArrayInputStream(DOCUMENT) {
            @Override
            public void close() {
                isClosed.set(true);
            }
        };

        inspector().inspect(UUID.randomUUID(), "text/plain", DOCUMENT.length, stream);

        assertThat(isClosed).isFalse();
    }

    @Test
    void whereThereAreNoWallsNothingIsRead() throws IOException {
        Inspection inspection = inspector()
                .inspect(UUID.randomUUID(), "text/plain", DOCUMENT.length, new ByteArrayInputStream(DOCUMENT));

        assertThat(inspection instanceof Inspection.NotReadByMachine)
                .isEqualTo(inspector().isolation() == Isolation.NONE);
    }
}
