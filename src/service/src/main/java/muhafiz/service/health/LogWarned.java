package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.checkpoint.ShownLag;
import muhafiz.service.checkpoint.Witnesses;
import muhafiz.service.log.SequencingWatch;

/** A log that is not sequenced or not shown, and witnesses that do not cosign. */
@ApplicationScoped
class LogWarned implements Warned {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SequencingWatch sequencing;
    private final ShownLag lag;
    private final Witnesses witnesses;

    @Inject
    LogWarned(SequencingWatch sequencing, ShownLag lag, Witnesses witnesses) {
        this.sequencing = sequencing;
        this.lag = lag;
        this.witnesses = witnesses;
    }

    @Override
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        if (sequencing.waiting().compareTo(LONGEST) > 0) {
            warnings.add("log-not-sequenced");
        }
        if (lag.now().compareTo(LONGEST) > 0) {
            warnings.add("log-not-shown");
        }
        witnesses.silent().forEach(name -> warnings.add("witness-silent:" + name));
        witnesses.refusing().forEach(name -> warnings.add("witness-refuses:" + name));
        return warnings;
    }
}
