package muhafiz.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Inspection;
import muhafiz.inspect.Inspection.Died;
import muhafiz.inspect.Inspection.NotReadByMachine;
import muhafiz.inspect.Inspection.Unreadable;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.SandboxBusyException;
import muhafiz.inspect.SandboxSettings;
import muhafiz.sandbox.hostile.Crime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A worker may die in many ways; each is a value, and the next document is read. */
class WorkerDeathTest {
    private static SandboxUnderTest sandbox;

    @BeforeAll
    static void open() throws IOException {
        sandbox = strongest(SandboxUnderTest.LIMITS, SandboxUnderTest.CREW);
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    /** The walls differ, what is tested here does not. */
    static SandboxUnderTest strongest(SandboxSettings.Limits limits, SandboxSettings.Crew crew) throws IOException {
        for (Isolation isolation : Isolation.downTo(Isolation.PROCESS)) {
            SandboxUnderTest found = SandboxUnderTest.open(isolation, limits, crew);
            if (found.isolation() == isolation) {
                return found;
            }
            found.close();
        }
        return fail("no isolation at all is to be had here");
    }

    @Test
    void anEndlessLoopIsEndedAtItsLimit() throws IOException {
        long start = System.nanoTime();

        Inspection inspection = sandbox.commit(Crime.LOOP, "");

        assertThat(inspection).isEqualTo(new Died("timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(SandboxUnderTest.WALL_CLOCK, SandboxUnderTest.WALL_CLOCK.plusSeconds(20));
        theNextDocumentIsRead();
    }

    @Test
    void aParserThatRunsOutOfMemoryDiesAlone() throws IOException {
        assertThat(sandbox.commit(Crime.FILL_MEMORY, "")).isEqualTo(new Died("out-of-memory"));
        theNextDocumentIsRead();
    }

    @Test
    void aParserThatEndsTheProcessEndsOnlyItsOwn() throws IOException {
        assertThat(sandbox.commit(Crime.EXIT, 7)).isEqualTo(new Died("exited"));
        assertThat(sandbox.commit(Crime.EXIT, 134)).isEqualTo(new Died("crashed"));
        theNextDocumentIsRead();
    }

    @Test
    void recursionWithoutEndIsTooDeep() throws IOException {
        assertThat(sandbox.commit(Crime.OVERFLOW, "")).isEqualTo(new Unreadable("too-deep"));
    }

    @Test
    void twoGigabytesOfOutputAreNotTakenIn() throws IOException {
        assertThat(sandbox.commit(Crime.FLOOD_OUTPUT, "")).isEqualTo(new Died("bad-answer"));
        assertThat(sandbox.commit(Crime.ANNOUNCE_TWO_GIGABYTES, "")).isEqualTo(new Died("output-limit"));
        theNextDocumentIsRead();
    }

    @Test
    void whatAParserPrintsIsNotPartOfTheAnswer() throws IOException {
        assertThat(sandbox.outcome(Crime.FLOOD_SYSTEM_OUT, "")).startsWith("done");
    }

    @Test
    void aClaimThatIsNotTheArchivesToHearIsRefused() throws IOException {
        for (Crime claim : List.of(
                Crime.CLAIM_UNKNOWN_TERM, Crime.CLAIM_WRONG_SHAPE, Crime.CLAIM_UNKNOWN_CODE, Crime.CLAIM_TOO_MUCH)) {
            assertThat(sandbox.commit(claim, "")).as(claim.name()).isEqualTo(new Died("bad-answer"));
        }
        theNextDocumentIsRead();
    }

    @Test
    void anAnswerOutOfTurnEndsTheWorkerBeforeTheNextDocument() throws IOException {
        UUID application = UUID.randomUUID();

        Inspection first = sandbox.inspect(application, Crime.ANSWER_TWICE.document(""));

        // The early frame is taken as the answer, its code is none of ours, and the worker is gone.
        assertThat(first).isEqualTo(new Died("bad-answer"));
        assertThat(SandboxUnderTest.word(sandbox.inspect(application, Crime.NONE.document("next"))))
                .isEqualTo("done next");
    }

    @Test
    void aDocumentOtherThanItsLengthIsTheCallersFailure() throws IOException {
        byte[] document = Crime.NONE.document("salam");
        DocumentInspector inspector = sandbox.inspector();

        assertThatThrownBy(() -> ask(inspector, document, document.length + 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(inspector, document, document.length - 1)).isInstanceOf(IOException.class);
        theNextDocumentIsRead();
    }

    @Test
    void aDocumentTooLargeForAWorkerIsLeftUnread() throws IOException {
        long length = SandboxUnderTest.LIMITS.document() + 1;

        assertThat(ask(sandbox.inspector(), new byte[0], length)).isEqualTo(new NotReadByMachine("too-large"));
        assertThat(ask(sandbox.inspector(), new byte[0], 0)).isEqualTo(new Unreadable("empty"));
    }

    @Test
    void honestDocumentsAreReadAlthoughEveryWorkerIsStuck() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<Inspection>> stuck = new ArrayList<>();
            List<Future<String>> honest = new ArrayList<>();
            for (int i = 0; i < SandboxUnderTest.CREW.workers(); i++) {
                stuck.add(callers.submit(() -> sandbox.commit(Crime.LOOP, "")));
            }
            for (int i = 0; i < 4; i++) {
                honest.add(callers.submit(() -> sandbox.outcome(Crime.NONE, "honest")));
            }

            for (Future<String> each : honest) {
                assertThat(each.get()).isEqualTo("done honest");
            }
            for (Future<Inspection> each : stuck) {
                assertThat(each.get()).isEqualTo(new Died("timeout"));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void whoWaitsForAWorkerWaitsNoLongerThanPatienceAllows() throws Exception {
        SandboxSettings.Crew impatient = new SandboxSettings.Crew(1, 0, Duration.ofSeconds(1), Duration.ofMillis(200));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (SandboxUnderTest one = strongest(SandboxUnderTest.LIMITS, impatient)) {
            Slow slow = new Slow();
            Future<Inspection> taken =
                    other.submit(() -> one.inspector().inspect(UUID.randomUUID(), "text/plain", Slow.LENGTH, slow));
            slow.isRead.get();

            assertThatThrownBy(() -> one.commit(Crime.NONE, "")).isInstanceOf(SandboxBusyException.class);

            slow.mayGoOn.complete(null);
            assertThat(taken.get()).isInstanceOf(Inspection.class);
        } finally {
            other.shutdownNow();
        }
    }

    private static Inspection ask(DocumentInspector inspector, byte[] document, long length) throws IOException {
        return inspector.inspect(UUID.randomUUID(), "text/plain", length, new ByteArrayInputStream(document));
    }

    private static void theNextDocumentIsRead() throws IOException {
        assertThat(sandbox.outcome(Crime.NONE, "next")).isEqualTo("done next");
    }

    /** A document whose bytes come only when the test says so. */
    private static final class Slow extends InputStream {
        static final long LENGTH = Crime.NONE.document("slow").length;

        final CompletableFuture<Void> isRead = new CompletableFuture<>();
        final CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
        private final InputStream bytes = new ByteArrayInputStream(Crime.NONE.document("slow"));

        @Override
        public int read() throws IOException {
            isRead.complete(null);
            mayGoOn.join();
            return bytes.read();
        }
    }
}
