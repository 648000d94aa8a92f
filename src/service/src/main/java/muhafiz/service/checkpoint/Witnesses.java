package muhafiz.service.checkpoint;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.WitnessRequest;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.TreeHash;
import muhafiz.service.checkpoint.WitnessClient.Answer;
import muhafiz.service.config.Settings;
import muhafiz.service.log.TreeRows;

/**
 * The witnesses that the operator has configured. One that is away, or does not know this log, is left out and warned of; one that has
 * cosigned a larger tree or another one stops the showing. Safe for all threads.
 */
@ApplicationScoped
public class Witnesses implements Cosigning, KnownHead {
    private static final Logger LOG = System.getLogger(Witnesses.class.getName());
    private static final int ATTEMPTS = 2;
    private static final int CONFLICT = 409;
    /** c2sp.org/tlog-witness: the consistency proof does not hold. */
    private static final int NO_PREFIX = 422;

    private final TreeRows tree;
    private final CheckpointRows rows;
    private final List<WitnessClient> clients;
    private final HttpClient http;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    @Inject
    Witnesses(TreeRows tree, CheckpointRows rows, Settings settings) {
        this(tree, rows, WitnessSettings.of(settings), settings.archive().span("log.witness.patience"));
    }

    Witnesses(TreeRows tree, CheckpointRows rows, List<WitnessSettings> witnesses, Duration patience) {
        this.tree = tree;
        this.rows = rows;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.clients = witnesses.stream()
                .map(witness -> new WitnessClient(witness, patience, http))
                .toList();
    }

    @Override
    public String name() {
        return "witness";
    }

    /** Names of witnesses that did not answer when they were last asked. */
    public Set<String> silent() {
        return new TreeSet<>(silent);
    }

    /** Names of those that answered and would not: such a one may have seen another log. */
    public Set<String> refusing() {
        return new TreeSet<>(refusing);
    }

    @Override
    public SignedNote cosigned(SignedNote checkpoint, long before) {
        SignedNote note = checkpoint;
        for (WitnessClient client : clients) {
            long from = known.getOrDefault(client.key().vkey(), before);
            if (ask(client, checkpoint, from) instanceof Answer.Cosigned cosigned) {
                note = note.with(cosigned.line());
            }
        }
        return note;
    }

    private Answer ask(WitnessClient client, SignedNote checkpoint, long first) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        long from = first;
        Answer answer = new Answer.Away("not asked");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            answer = client.ask(new WitnessRequest(from, path(from, size), checkpoint));
            if (!(answer instanceof Answer.Has has)) {
                break;
            }
            if (has.size() > size) {
                throw new BehindException(
                        "a witness has cosigned a tree of " + has.size() + " entries, here are " + size);
            }
            if (has.size() == from) { // asked from just there: it has another root of that size
                answer = new Answer.Refused(CONFLICT);
                break;
            }
            from = has.size();
        }
        remember(client, answer, size);
        return answer;
    }

    private List<TreeHash> path(long from, long size) {
        return from == 0 ? List.of() : ConsistencyProof.of(from, size, tree).path();
    }

    private void remember(WitnessClient client, Answer answer, long size) {
        String name = client.key().name();
        if (answer instanceof Answer.Cosigned) {
            known.put(client.key().vkey(), size);
            silent.remove(name);
            refusing.remove(name);
        } else if (answer instanceof Answer.Refused refused) {
            known.remove(client.key().vkey());
            silent.remove(name);
            refusing.add(name);
            LOG.log(Level.ERROR, "witness {0} refuses to cosign: {1}", name, answer);
            requireSameLog(name, refused);
        } else {
            known.remove(client.key().vkey());
            silent.add(name);
            LOG.log(Level.WARNING, "witness {0} does not cosign: {1}", name, answer);
        }
    }

    /** One that is configured wrongly refuses too; one that has cosigned another tree says it with these. */
    private static void requireSameLog(String name, Answer.Refused refused) {
        if (refused.status() == CONFLICT || refused.status() == NO_PREFIX) {
            throw new IntegrityException("witness " + name + " has cosigned another log than this one");
        }
    }

    /** The largest tree that any of them has cosigned: each is asked to cosign the newest checkpoint again, and corrects us. */
    @Override
    public Optional<Known> newest() {
        return rows.newest()
                .flatMap(shown -> clients.stream()
                        .flatMapToLong(client -> sizeAt(client, shown).stream())
                        .mapToObj(size -> new Known(size, Optional.empty()))
                        .max((one, other) -> Long.compare(one.size(), other.size())));
    }

    private static OptionalLong sizeAt(WitnessClient client, Published shown) {
        Answer answer = client.ask(new WitnessRequest(shown.size(), List.of(), shown.note()));
        if (answer instanceof Answer.Has other) {
            return OptionalLong.of(other.size());
        }
        return answer instanceof Answer.Cosigned ? OptionalLong.of(shown.size()) : OptionalLong.empty();
    }

    @PreDestroy
    void close() {
        known.clear();
    }
}
