package muhafiz.service.doctor;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.service.keys.HolderReport;

/**
 * Examines the archive: counts documents without a key, opens a random sample to its last tag (giving no byte away), and asks every
 * holder of the roots. Its report holds counts, codes and random ids. Safe for all threads.
 */
@ApplicationScoped
public class Doctor {
    /** The task; its instance is the id that the report is to have. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("doctor");

    private static final int SAMPLE = 20;

    private final Examination examination;
    private final HolderReport roots;

    @Inject
    Doctor(Examination examination, HolderReport roots) {
        this.examination = examination;
        this.roots = roots;
    }

    /** Examines and keeps the report under this id. */
    public void examine(UUID report) {
        examination.report(report, findings());
    }

    private List<String> findings() {
        List<String> lines = new ArrayList<>(counted());
        lines.addAll(sampled());
        roots.byHolder().forEach((holder, state) -> lines.add("roots in " + holder + ": " + state));
        return lines;
    }

    private List<String> counted() {
        long documents = 0;
        long withoutKey = 0;
        long lost = 0;
        Optional<Examination.Counted> some = examination.count(new UUID(0, 0));
        while (some.isPresent()) {
            documents += some.get().documents();
            withoutKey += some.get().withoutKey();
            lost += some.get().lost();
            some = examination.count(some.get().last());
        }
        return List.of(
                "documents: " + documents,
                "documents without a key: " + withoutKey + " (forgotten by order: " + (withoutKey - lost) + ", lost: "
                        + lost + ")");
    }

    private List<String> sampled() {
        Map<String, Integer> failures = new TreeMap<>();
        int tried = 0;
        for (int i = 0; i < SAMPLE; i++) {
            Optional<String> outcome = one();
            if (outcome.isEmpty()) {
                break;
            }
            tried++;
            if (!outcome.get().isEmpty()) {
                failures.merge(outcome.get(), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        lines.add("sample: " + (tried - failed) + " of " + tried + " opened to the last tag");
        failures.forEach(
                (what, count) -> lines.add("not opened: " + what + (count > 1 ? " (" + count + " times)" : "")));
        return lines;
    }

    /** Empty where there is no document; an empty text where it opens; else why not. */
    private Optional<String> one() {
        try {
            Optional<Examination.Sample> sample = examination.sample();
            if (sample.isEmpty()) {
                return Optional.empty();
            }
            try (Examination.Sample open = sample.get()) {
                return Optional.of(verified(open));
            }
        } catch (RuntimeException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private static String verified(Examination.Sample sample) {
        try {
            sample.opener().verify();
            return "";
        } catch (IOException | RuntimeException e) {
            return "document " + sample.document() + ": " + e.getClass().getSimpleName();
        }
    }
}
