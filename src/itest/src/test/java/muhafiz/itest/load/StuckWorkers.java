package muhafiz.itest.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.hostile.Crime;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;

/** Documents in endless loops, more than there are workers; the queue in the database tells which are being read. */
record StuckWorkers(LogBook queue, List<String> documents) {
    private static final int WORKERS = 2; // archive.properties, sandbox.workers and scheduler.threads
    private static final int ROUNDS = 2;
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(1);

    /** Returns when every worker is stuck. */
    static StuckWorkers in(RunningArchive archive, Lodged lodged) {
        List<String> documents = new ArrayList<>();
        for (int one = 0; one < ROUNDS * WORKERS; one++) {
            Sample loop = new Sample("application/pdf", Crime.LOOP.document("-"));
            documents.add(archive.portal().uploaded(lodged, "passport", loop));
        }
        StuckWorkers stuck = new StuckWorkers(LogBook.of(archive), documents);
        Patience.until(TAKEN_WITHIN, "every worker is stuck", stuck::areStillStuck);
        return stuck;
    }

    boolean areStillStuck() {
        Set<String> beingRead = new HashSet<>();
        queue.query(
                "select task_instance from archive.scheduled_tasks where picked and task_name = 'read-by-machine'",
                row -> beingRead.add(row.getString(1)));
        beingRead.retainAll(documents);
        return beingRead.size() >= WORKERS;
    }
}
