package muhafiz.proof.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.BrokenStampException;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.NoTimeStampException;
import muhafiz.proof.evidence.TimeStamp;
import muhafiz.proof.evidence.TimestampAuthority;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * An authority behind HTTP (RFC 3161 §3.4). Each query has a fresh nonce and asks for the signer's certificate; an answer is used only when
 * it fits the query, its stamp is verified under the anchors, and it came whole, soon, and small. A redirect is not followed. Safe for all
 * threads.
 */
public final class HttpTimestampAuthority implements TimestampAuthority {
    private static final int MOST_BYTES = 262_144;
    private static final int OK = 200;
    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";

    private final Place place;
    private final Anchors anchors;
    private final InstantSource clock;
    private final HttpClient client;
    private final Supplier<BigInteger> nonces;

    /**
     * Where and how it is asked.
     *
     * @param policy dotted object identifier of the policy wanted; empty for the authority's own choice
     * @param patience longest time for a whole answer
     */
    public record Place(URI url, Optional<String> policy, Duration patience) {
        public Place {
            if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
                throw new IllegalArgumentException("a time-stamp authority is at an http or https address, not " + url);
            }
            policy.ifPresent(ASN1ObjectIdentifier::new);
        }
    }

    /**
     * @param clock by which a signer's certificate must not have ended
     * @param nonces positive and by random, at least 64 bits: an answer to an older query is told by them
     */
    public HttpTimestampAuthority(Place place, Anchors anchors, InstantSource clock, Supplier<BigInteger> nonces) {
        this.nonces = nonces;
        this.place = place;
        this.anchors = anchors;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(place.patience())
                .build();
    }

    @Override
    public TimeStamp stamp(Imprint imprint) {
        try {
            TimeStampRequest query = query(imprint);
            TimeStampResponse answer = new TimeStampResponse(ask(query.getEncoded()));
            answer.validate(query);
            if (answer.getTimeStampToken() == null) {
                throw new NoTimeStampException("the authority refuses: " + answer.getStatusString());
            }
            TimeStamp stamp = TimeStamp.parse(answer.getTimeStampToken().getEncoded());
            check(stamp, imprint);
            return stamp;
        } catch (TSPException | BrokenStampException e) {
            throw new NoTimeStampException("the authority's answer does not fit: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NoTimeStampException("the authority gives no answer that can be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
            throw new NoTimeStampException(
                    "the authority's answer is no time stamp", e); // by a parser that was given nonsense
        }
    }

    /** By the later of our time and its own: whether its clock or ours is right is not decided here. */
    private void check(TimeStamp stamp, Imprint imprint) {
        var now = clock.instant();
        stamp.verify(imprint, anchors, stamp.at().isAfter(now) ? stamp.at() : now);
    }

    private TimeStampRequest query(Imprint imprint) {
        TimeStampRequestGenerator wish = new TimeStampRequestGenerator();
        wish.setCertReq(true);
        place.policy().ifPresent(policy -> wish.setReqPolicy(new ASN1ObjectIdentifier(policy)));
        return wish.generate(
                imprint.hash() == EvidenceHash.SHA_256 ? TSPAlgorithms.SHA256 : TSPAlgorithms.SHA512,
                imprint.digest(),
                nonces.get());
    }

    private byte[] ask(byte[] query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(place.url())
                .timeout(place.patience())
                .header("Content-Type", QUERY)
                .header("Accept", REPLY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (!type.split(";", 2)[0].trim().equalsIgnoreCase(REPLY)) {
            throw new IOException("its content type is not " + REPLY);
        }
        return answer.body();
    }

    /** The client's own timeout ends with the head of the answer; this one counts to its last byte. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(place.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole answer within " + place.patience(), e);
        } catch (ExecutionException e) {
            throw new IOException("no answer: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was not waited for", e);
        }
    }
}
