package muhafiz.api.subject;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.Shape;
import muhafiz.service.subject.AlikeView;
import muhafiz.service.subject.Merges;

/** Who else may be the same person. */
@Path("/api/v1/subjects/{id}/candidates")
public class CandidateResource {
    private final Merges merges;

    @Inject
    public CandidateResource(Merges merges) {
        this.merges = merges;
    }

    @SuppressWarnings("NullAway")
    public CandidateResource() { // for RESTEasy
        this(null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Shown candidates(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new Shown(merges.candidates(asking.account(), RandomId.of(id), stated.why()));
    }

    /** Ids, roles and likeness; no names. */
    record Shown(AlikeView view) implements Shape {
        @Override
        public JsonObject json() {
            JsonArrayBuilder candidates = JSON.createArrayBuilder();
            view.candidates()
                    .forEach(one -> candidates.add(JSON.createObjectBuilder()
                            .add("subject", one.subject().toString())
                            .add("case", one.caseFile().toString())
                            .add("role", one.role())
                            .add("likeness", Math.round(one.likeness() * 100) / 100.0)));
            JsonArrayBuilder merged = JSON.createArrayBuilder();
            view.merges().forEach(one -> merged.add(new ShownMerge(one).json()));
            return JSON.createObjectBuilder()
                    .add("subject", view.person().toString())
                    .add("candidates", candidates)
                    .add("merges", merged)
                    .build();
        }
    }
}
