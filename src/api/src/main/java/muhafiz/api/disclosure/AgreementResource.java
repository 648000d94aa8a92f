package muhafiz.api.disclosure;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.disclosure.Agreement;
import muhafiz.service.caller.Caller;
import muhafiz.service.disclosure.Agreements;

/** Agreements with bodies that get something regularly. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {
    private final Agreements agreements;

    @Inject
    public AgreementResource(Agreements agreements) {
        this.agreements = agreements;
    }

    @SuppressWarnings("NullAway")
    public AgreementResource() { // for RESTEasy
        this(null);
    }

    @GET
    public ShownAgreement view(@PathParam("id") String id, @BeanParam Asking asking) {
        return new ShownAgreement(agreements.view(asking.account(), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownAgreement put(@PathParam("id") String id, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(
                body, Set.of("body", "act", "article", "purpose", "fields", "validFrom", "validUntil", "adequacy"));
        return new ShownAgreement(agreements.put(
                caller,
                id,
                new Agreements.Terms(
                        form.text("body"),
                        new Agreement.Legal(form.text("act"), form.text("article"), form.text("purpose")),
                        new TreeSet<>(form.listOfTexts("fields")),
                        form.date("validFrom"),
                        form.maybeDate("validUntil"),
                        form.maybeText("adequacy").filter(text -> !text.isBlank()))));
    }
}
