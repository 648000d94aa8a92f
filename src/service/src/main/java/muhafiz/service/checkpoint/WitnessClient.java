package muhafiz.service.checkpoint;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import muhafiz.proof.authority.BoundedBody;
import muhafiz.proof.tlog.NoteSignature;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tlog.WitnessRequest;

/** One witness, asked as c2sp.org/tlog-witness says; each answer has a bounded time and length. Safe for all threads. */
final class WitnessClient {
    private static final int LONGEST_ANSWER = 16_384;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final String SIZE = "text/x.tlog.size";

    private final WitnessSettings witness;
    private final Duration patience;
    private final HttpClient http;

    WitnessClient(WitnessSettings witness, Duration patience, HttpClient http) {
        this.witness = witness;
        this.patience = patience;
        this.http = http;
    }

    /** What it answers. */
    sealed interface Answer {
        /** It cosigned. */
        record Cosigned(NoteSignature line) implements Answer {}

        /** It has cosigned a tree of another size than it was asked from. */
        record Has(long size) implements Answer {}

        /** It does not cosign, and says so with this status. */
        record Refused(int status) implements Answer {}

        /** It is away, or speaks another language. */
        record Away(String why) implements Answer {}
    }

    VerifierKey key() {
        return witness.key();
    }

    Answer ask(WitnessRequest request) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(request.asText()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(question, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            return read(request, asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException | IllegalArgumentException e) {
            asked.cancel(true);
            return new Answer.Away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Away("interrupted");
        }
    }

    private Answer read(WitnessRequest request, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() == OK) {
            return body.lines()
                    .map(NoteSignature::parse)
                    .filter(line -> witness.key().isNamedBy(line))
                    .filter(line -> witness.key().verifies(request.checkpoint().text(), line))
                    .<Answer>map(Answer.Cosigned::new)
                    .findFirst()
                    .orElseGet(() -> new Answer.Away("no cosignature of its key"));
        }
        boolean tellsSize =
                answer.headers().firstValue("Content-Type").filter(SIZE::equals).isPresent();
        if (answer.statusCode() == CONFLICT && tellsSize && body.strip().matches("[0-9]{1,18}")) {
            return new Answer.Has(Long.parseLong(body.strip()));
        }
        return new Answer.Refused(answer.statusCode());
    }
}
