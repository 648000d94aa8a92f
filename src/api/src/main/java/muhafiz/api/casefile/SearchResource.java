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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseSearch;
import muhafiz.service.casefile.Match;
import muhafiz.service.search.PersonMatch;
import muhafiz.service.search.PersonSearch;

/** Searches: by an application's number, or for a person. */
@Path("/api/v1/searches")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private static final int LIKENESS_DIGITS = 2;

    private final CaseSearch cases;
    private final PersonSearch persons;

    @Inject
    public SearchResource(CaseSearch cases, PersonSearch persons) {
        this.cases = cases;
        this.persons = persons;
    }

    @SuppressWarnings("NullAway")
    public SearchResource() { // for RESTEasy
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Found search(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        SearchForm form = new SearchForm(JsonBody.read(body, SearchForm.MEMBERS));
        Optional<String> number = form.number();
        if (number.isPresent()) {
            return new Found(cases.byNumber(caller, number.get(), stated.why()).stream()
                    .map(match -> new Line(match, Optional.empty(), 1))
                    .toList());
        }
        List<PersonMatch> found = persons.find(caller, form.person(), stated.why());
        return new Found(found.stream()
                .map(one -> new Line(one.match(), Optional.of(one.role()), one.likeness()))
                .toList());
    }

    /** Best first; all that are shown, so there is no next page. */
    record Found(List<Line> lines) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("items", Shape.list(lines))
                    .add("next", JsonValue.NULL)
                    .build();
        }
    }

    /** @param role the found person's, where a person was searched for */
    record Line(Match match, Optional<String> role, double likeness) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", match.number())
                    .add("service", Shape.text(match.service()))
                    .add("class", match.recordClass())
                    .add("unit", match.unit())
                    .add("state", match.state())
                    .add("role", Shape.text(role))
                    .add("likeness", BigDecimal.valueOf(likeness).setScale(LIKENESS_DIGITS, RoundingMode.HALF_UP))
                    .build();
        }
    }
}
