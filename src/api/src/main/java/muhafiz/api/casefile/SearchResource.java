package muhafiz.api.casefile;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseSearch;
import muhafiz.service.casefile.Match;

/** Searches; today by exact number. */
@Path("/api/v1/searches")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private final CaseSearch cases;

    @Inject
    public SearchResource(CaseSearch cases) {
        this.cases = cases;
    }

    @SuppressWarnings("NullAway")
    public SearchResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Found search(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("number"));
        String number = form.text("number");
        return new Found(cases.byNumber(caller, number, stated.why()));
    }

    /** Best first; all of them, so there is no next page. */
    record Found(List<Match> matches) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("items", Shape.list(matches.stream().map(Line::new).toList()))
                    .add("next", JsonValue.NULL)
                    .build();
        }
    }

    private record Line(Match match) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", match.number())
                    .add("service", Shape.text(match.service()))
                    .add("class", match.recordClass())
                    .add("unit", match.unit())
                    .add("state", match.state())
                    .build();
        }
    }
}
