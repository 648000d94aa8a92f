package muhafiz.itest.stand;

import jakarta.json.JsonObject;

/** An application that was received: its number, and the access code that was shown once. */
public record Lodged(String number, String accessCode) {
    public static Lodged of(Answer answer) {
        JsonObject json = answer.require(201).json();
        return new Lodged(json.getString("number"), json.getString("accessCode"));
    }

    public String path() {
        return "/api/v1/applications/" + number;
    }

    /** The headers of somebody who has nothing but number and code. */
    public String[] asOwner() {
        return new String[] {"Access-Code", accessCode};
    }
}
