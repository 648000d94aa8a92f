package muhafiz.api.reading;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.Shape;
import muhafiz.api.visit.Visit;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.reading.PageReading;
import org.jspecify.annotations.Nullable;

/** A page of a document as a picture, and its words. */
@Path("/api/v1/documents/{id}/pages/{page}")
public class PageResource {
    private static final Map<String, PageReading.Size> SIZES =
            Map.of("preview", PageReading.Size.PREVIEW, "thumb", PageReading.Size.THUMB);

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final PageReading pages;
    private final Bodies bodies;

    @Inject
    public PageResource(PageReading pages, Bodies bodies) {
        this.pages = pages;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public PageResource() { // for RESTEasy
        this(null, null);
    }

    @GET
    public Response draw(
            @PathParam("id") String id,
            @PathParam("page") String page,
            @QueryParam("size") @Nullable String size,
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @Context HttpServletRequest http) {
        Caller caller = asking.account();
        PageReading.Wish wish = new PageReading.Wish(number(page), size(size));
        Visit.of(http).closeAtEnd(bodies.enter()::close);
        PageReading.Picture picture = pages.draw(caller, RandomId.of(id), wish, stated.why());
        byte[] png = picture.png();
        StreamingOutput body = raw -> bodies.send(Visit.of(http), raw, out -> out.write(png));
        return Response.ok(body, "image/png")
                .header(HttpHeaders.CONTENT_LENGTH, png.length)
                .header("Page-Count", picture.pages())
                .build();
    }

    @GET
    @Path("words")
    @Produces(MediaType.APPLICATION_JSON)
    public Shape words(
            @PathParam("id") String id,
            @PathParam("page") String page,
            @BeanParam Asking asking,
            @BeanParam Stated stated) {
        return new ShownWords(pages.words(asking.account(), RandomId.of(id), number(page), stated.why()));
    }

    /** What is no number of a page is a page that is not there, asked for with the same work and the same entry. */
    private static int number(String page) {
        return NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 0;
    }

    private static PageReading.Size size(@Nullable String asked) {
        PageReading.Size size = SIZES.get(asked == null ? "preview" : asked);
        if (size == null) {
            throw new RefusedException(Refusal.MALFORMED, "a page is a preview or a thumb", Map.of("member", "size"));
        }
        return size;
    }

    private record ShownWords(PageReading.Words found) implements Shape {
        @Override
        public JsonObject json() {
            List<ShownWord> words = found.words().stream().map(ShownWord::new).toList();
            return JSON.createObjectBuilder()
                    .add("pages", found.pages())
                    .add("words", Shape.list(words))
                    .build();
        }
    }

    private record ShownWord(PageReading.Word word) implements Shape {
        private static final int DIGITS = 6;

        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("text", word.text())
                    .add("x", part(word.x()))
                    .add("y", part(word.y()))
                    .add("width", part(word.width()))
                    .add("height", part(word.height()))
                    .build();
        }

        /** As a mark takes it: of a page of a thousand pixels a thousandth part of one. */
        private static BigDecimal part(double fraction) {
            return BigDecimal.valueOf(fraction).setScale(DIGITS, RoundingMode.HALF_UP);
        }
    }
}
