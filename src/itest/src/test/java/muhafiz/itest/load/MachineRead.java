package muhafiz.itest.load;

import jakarta.json.JsonString;
import java.util.List;
import muhafiz.itest.stand.Answer;

/** What the description of a document says about its reading by machine. */
final class MachineRead {
    private MachineRead() {}

    static String state(Answer described) {
        return described.json().getString("state");
    }

    static List<String> reasons(Answer described) {
        return described.json().getJsonArray("reasons").getValuesAs(JsonString::getString);
    }

    /** The title that was found: of an honest document its own, of a hostile one what came of its crime. */
    static String title(Answer described) {
        return described.json().getJsonObject("metadata").getString("dc:title", "nothing");
    }
}
