package muhafiz.proof.paper;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The members of a JSON object that may be anyone's: what is missing or of another type is an IllegalArgumentException. */
record Form(JsonObject json) {
    private static final int LARGEST_SMALL = 9_999;

    static Form of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Form(object);
        }
        throw new IllegalArgumentException("a JSON object was expected, here stands a " + value.getValueType());
    }

    JsonValue member(String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("member " + name + " is missing");
        }
        return value;
    }

    private static IllegalArgumentException notA(String type, String name) {
        return new IllegalArgumentException("member " + name + " is not " + type);
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    String text(String name) {
        if (member(name) instanceof JsonString text) {
            return text.getString();
        }
        throw notA("a string", name);
    }

    boolean truth(String name) {
        return switch (member(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw notA("true or false", name);
        };
    }

    /** A whole number from 0 to 2^63 - 1. */
    long number(String name) {
        if (member(name) instanceof JsonNumber number && number.isIntegral()) {
            try {
                return Math.max(-1, number.longValueExact());
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("member " + name + " is too large", e);
            }
        }
        throw notA("a whole number", name);
    }

    /** A whole number from 0 to 9999. */
    int small(String name) {
        long number = number(name);
        if (number < 0 || number > LARGEST_SMALL) {
            throw new IllegalArgumentException("member " + name + " is out of range: " + number);
        }
        return (int) number;
    }

    /** In its one form: padded, no stray bits. */
    byte[] base64(String name) {
        byte[] bytes = Base64.getDecoder().decode(text(name));
        if (!Json.base64(bytes).equals(text(name))) {
            throw notA("in the one Base 64 form of its bytes", name);
        }
        return bytes;
    }

    /** Refuses members of other names: what is misspelt would otherwise count as left out. */
    void requireOnly(Set<String> names) {
        if (!json.keySet().equals(names)) {
            throw new IllegalArgumentException("the members should be " + names);
        }
    }

    Optional<byte[]> maybeBase64(String name) {
        return has(name) ? Optional.of(base64(name)) : Optional.empty();
    }

    byte[] hex(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }

    List<JsonValue> list(String name) {
        if (member(name).getValueType() != JsonValue.ValueType.ARRAY) {
            throw notA("a list", name);
        }
        return member(name).asJsonArray();
    }

    List<Form> forms(String name) {
        return list(name).stream().map(Form::of).toList();
    }

    void requireFormat(String format) {
        if (!text("format").equals(format)) {
            throw new IllegalArgumentException("the format is not " + format);
        }
    }
}
