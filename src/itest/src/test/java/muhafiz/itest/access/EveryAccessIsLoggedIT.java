package muhafiz.itest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Contract.Operation;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.proof.log.LogLeaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No reading without a purpose, no release without a log entry. The cases are made from the published contract: an operation, or an answer
 * of one, that has no row in {@link AccessTable} fails.
 */
@ExtendWith(SharedArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAccessIsLoggedIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** What the archive answers when its own parts fail; {@link FailingLog} makes these. */
    private static final int OWN_FAULTS = 500;

    /** The door was closed by failures that are entries themselves. */
    private static final int DOOR_IS_CLOSED = 429;

    /** Half a minute of waiting: {@code LargeBodiesIT}. */
    private static final int TOO_SLOW = 408;

    private static final Set<String> ASKED_WITHOUT_A_BODY = Set.of(
            "replaceAccessCode",
            "withdrawConsent",
            "beginRebuild",
            "releaseRebuilt",
            "simulatePolicy",
            "publishStatisticsRelease",
            "confirmCalendar",
            "notePolicyNoticeShown",
            "askForProof",
            "askThirdParty",
            "withdrawRequest");

    private LogBook book;
    private Map<String, Row> table;
    private List<Operation> operations;

    @BeforeEach
    void open(RunningArchive archive) {
        if (table == null) {
            book = LogBook.of(archive);
            table = new AccessTable(Office.open(archive)).rows();
            operations = archive.contract().operations();
        }
    }

    @Test
    void everyPublishedOperationHasItsRow() {
        assertThat(table.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        operations.stream().map(Operation::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerOfEveryOperationIsAnEntry() {
        return operations.stream()
                .flatMap(operation -> statuses(operation)
                        .map(status -> dynamicTest(operation.id() + " " + status, () -> isAnEntry(operation, status))));
    }

    private static Stream<Integer> statuses(Operation operation) {
        return operation.responses().keySet().stream()
                .map(Integer::valueOf)
                .filter(status -> status < OWN_FAULTS && status != TOO_SLOW);
    }

    private void isAnEntry(Operation operation, int status) {
        Question question = row(operation)
                .questionFor(status)
                .orElseThrow(() -> new AssertionError("nobody says how " + operation + " comes to answer " + status));
        Holdings held = still();
        LogBook.Mark before = book.mark();

        Answer answer = question.ask().require(status);

        assertThat(before.since().size() > 0)
                .as("an entry of %s", answer)
                .isEqualTo(!operation.isPublic() && status != DOOR_IS_CLOSED);
        boolean wasDone = before.since().stream().anyMatch(EveryAccessIsLoggedIT::isDone);
        assertThat(wasDone).as("an entry that says it was done: %s", answer).isEqualTo(releases(operation, status));
        if (status >= 400) {
            assertThat(Holdings.of(book)).isEqualTo(held);
        }
    }

    /** A range that is not there, and a version that is not the asked one, are told of a document that was opened. */
    private static boolean releases(Operation operation, int status) {
        boolean isOpened = operation.path().endsWith("/content") && (status == 412 || status == 416);
        return !operation.isPublic() && (status < 400 || isOpened);
    }

    private static boolean isDone(LogLeaf entry) {
        return entry.publicPart().outcome().equals("done");
    }

    @TestFactory
    Stream<DynamicTest> nothingIsReleasedOrDoneWhenTheEntryCannotBeInserted() {
        return each("log insert fails", (operation, row) -> refusedWhile(FailingLog::atInsert, operation, row));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsReleasedOrDoneWhenTheEntryCannotBeCommitted() {
        return each("commit fails", (operation, row) -> refusedWhile(FailingLog::atCommit, operation, row));
    }

    private void refusedWhile(Function<LogBook, FailingLog> fails, Operation operation, Row row) {
        Question question = row.well().get();
        Holdings held = still();
        LogBook.Mark before = book.mark();
        Answer answer;
        FailingLog failing = fails.apply(book);
        try (failing) {
            answer = question.ask();
            assertThat(Holdings.of(book)).isEqualTo(held);
        }

        assertThat(answer.status()).as("%s", answer).isEqualTo(operation.isPublic() ? 200 : 503);
        assertThat(before.since()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whoGoesAwayAfterAskingHasAskedAllTheSame() {
        return each("client gone after asking", (operation, row) -> {
            Question question = row.well().get();
            LogBook.Mark before = book.mark();

            question.begin().hangUp();

            Patience.until(
                    SOON,
                    "an entry",
                    () -> operation.isPublic() || !before.since().isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> whoGoesAwayWhileSendingHasDoneNothing() {
        return each("client gone while sending", (operation, row) -> {
            Question question = row.well().get();
            if (question.body().length < 2 || ASKED_WITHOUT_A_BODY.contains(operation.id())) {
                return;
            }
            Holdings held = still();
            LogBook.Mark before = book.mark();

            question.begin(question.body().length / 2).hangUp();

            Patience.until(SOON, "an entry", () -> !before.since().isEmpty());
            assertThat(before.since()).noneMatch(EveryAccessIsLoggedIT::isDone);
            assertThat(Holdings.of(book)).isEqualTo(held);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"readDocument", "readPage", "locateWords"})
    void theFirstByteWaitsForTheEntry(String operation) throws Exception {
        Question content = row(operation).well().get();

        try (OpenCall call = content.begin()) {
            assertThat(call.status()).isEqualTo(200);
        }
        OpenCall waiting;
        try (var held = new FailingLog.Held(book.owner())) {
            assertThat(held).isNotNull();
            waiting = content.begin();
            Patience.until(SOON, "the reader's transaction waits for the log", this::somebodyWaitsForTheLog);
            assertThat(waiting.hasAnswer()).isFalse();
        }
        try (waiting) {
            assertThat(waiting.status()).isEqualTo(200);
        }
    }

    private boolean somebodyWaitsForTheLog() {
        boolean[] waits = new boolean[1];
        book.query(
                "select exists (select from pg_locks where not granted and relation = 'archive.log_arrival'::regclass)",
                row -> waits[0] = row.getBoolean(1));
        return waits[0];
    }

    private Stream<DynamicTest> each(String circumstance, BiConsumer<Operation, Row> test) {
        return operations.stream()
                .map(operation -> dynamicTest(
                        operation.id() + ", " + circumstance, () -> test.accept(operation, row(operation))));
    }

    private Row row(Operation operation) {
        return row(operation.id());
    }

    private Row row(String operation) {
        return table.getOrDefault(operation, Row.of(() -> {
            throw new AssertionError("no row for " + operation);
        }));
    }

    /** What the archive holds once the machine has read all it was given. */
    private Holdings still() {
        Patience.until(Duration.ofMinutes(2), "nothing waits for the machine", () -> Holdings.areStill(book));
        return Holdings.of(book);
    }
}
