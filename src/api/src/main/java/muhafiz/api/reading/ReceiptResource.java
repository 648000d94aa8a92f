package muhafiz.api.reading;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.service.receipt.ReceiptDesk;
import org.jspecify.annotations.Nullable;

/** The receipt of a document as a c2sp.org/tlog-proof. */
@Path("/api/v1/documents/{id}/receipt")
public class ReceiptResource {
    private final ReceiptDesk receipts;

    @Inject
    public ReceiptResource(ReceiptDesk receipts) {
        this.receipts = receipts;
    }

    @SuppressWarnings("NullAway")
    public ReceiptResource() { // for RESTEasy
        this(null);
    }

    /** @param application the number to which the header {@code Access-Code} belongs, where there is one */
    @GET
    @Produces("text/plain; charset=utf-8")
    public String receipt(
            @PathParam("id") String id,
            @QueryParam("application") @Nullable String application,
            @BeanParam Asking asking,
            @BeanParam Stated stated) {
        var caller = application == null ? asking.account() : asking.accountOrOwnerOf(application);
        return receipts.receipt(caller, RandomId.of(id), Optional.ofNullable(application), stated.why());
    }
}
