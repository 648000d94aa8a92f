package muhafiz.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import muhafiz.crypto.UnavailableException;

/** Calls of the MinIO SDK, their failures in our words. */
final class MinioCalls {
    private MinioCalls() {}

    interface Call<T> {
        T make() throws MinioException;
    }

    /** What is no MinioException, such as a refused connection, the SDK wraps as illegal state. */
    static <T> T ask(String what, Call<T> call) {
        try {
            return call.make();
        } catch (ErrorResponseException e) {
            throw refused(what, e);
        } catch (MinioException | IllegalStateException e) {
            throw new UnavailableException(what + ": no answer", S3Attempts.RETRY_AFTER, e);
        }
    }

    /** The same where an answer that no further attempt would change is an answer too: {@code refused}. */
    static <T> T askOr(String what, T refused, Call<T> call) {
        try {
            return ask(what, call);
        } catch (StoreRefusedException e) {
            return refused;
        }
    }

    private static UnavailableException refused(String what, ErrorResponseException e) {
        var reply = S3Reply.refusal(e.response().code(), e.errorResponse().code());
        return reply.verdict() == S3Reply.Verdict.LATER
                ? new UnavailableException(what + ": store says " + reply, S3Attempts.RETRY_AFTER)
                : new StoreRefusedException(what, reply);
    }
}
