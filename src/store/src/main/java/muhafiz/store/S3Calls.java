package muhafiz.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import muhafiz.crypto.UnavailableException;

/** The SDK's failures in our words. */
final class S3Calls {
    private S3Calls() {}

    interface Call<T> {
        T make() throws MinioException;
    }

    /**
     * What is no MinioException, such as a refused connection, the SDK wraps as illegal state.
     *
     * @param what for messages: a verb
     */
    static <T> T ask(String what, Call<T> call) {
        try {
            return call.make();
        } catch (ErrorResponseException e) {
            var reply = S3Reply.refusal(e.response().code(), e.errorResponse().code());
            throw reply.verdict() == S3Reply.Verdict.LATER
                    ? new UnavailableException(what + ": store says " + reply, S3Attempts.RETRY_AFTER)
                    : new StoreRefusedException(what, reply);
        } catch (MinioException | IllegalStateException e) {
            throw new UnavailableException(what + ": no answer", S3Attempts.RETRY_AFTER, e);
        }
    }
}
