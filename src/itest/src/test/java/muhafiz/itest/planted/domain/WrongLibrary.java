package muhafiz.itest.planted.domain;

import jakarta.json.JsonObject;

/** The domain speaks JSON. */
class WrongLibrary {
    int size(JsonObject object) {
        return object.size();
    }
}
