package muhafiz.api.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.request.Right;
import muhafiz.domain.request.Urgency;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.request.Capacity;
import muhafiz.service.request.NewRequest;

/** The form of a request. */
final class RequestForm {
    private static final Set<String> MEMBERS = Set.of(
            "kind",
            "subject",
            "requester",
            "channel",
            "receivedAt",
            "language",
            "purpose",
            "scope",
            "changes",
            "urgency");
    private static final Set<String> REQUESTER = Stream.concat(
                    NewRequest.REQUESTER.stream(), Stream.of("capacity", "authority"))
            .collect(Collectors.toUnmodifiableSet());

    private RequestForm() {}

    /** @param application the number whose access code the call carries */
    static NewRequest read(Members form, Caller caller, Optional<String> application) {
        Optional<Members> requester = form.maybeMembers("requester", REQUESTER);
        return new NewRequest(
                Right.valueOf(form.oneOf("kind", words(Right.values(), Right::id))),
                application.or(() -> form.maybeText("subject")),
                requester.map(who -> who.texts(NewRequest.REQUESTER)).orElse(Map.of()),
                requester
                        .filter(who -> who.maybeText("capacity").isPresent())
                        .map(who -> who.oneOf("capacity", words(Capacity.values(), Capacity::code)))
                        .flatMap(Capacity::of)
                        .orElse(Capacity.SELF),
                requester.flatMap(who -> who.maybeText("authority")),
                form.maybeText("channel").orElse(caller.isStaff() ? "reception" : "portal"),
                form.maybeText("receivedAt").map(RequestForm::moment),
                form.maybeText("language"),
                form.maybeText("purpose"),
                form.maybeText("scope"),
                form.maybeObject("changes"),
                form.maybeText("urgency").map(RequestForm::urgency));
    }

    static Members members(InputStream body) throws IOException {
        return JsonBody.read(body, MEMBERS);
    }

    private static Instant moment(String text) {
        return Members.moment("receivedAt", text);
    }

    private static Urgency urgency(String code) {
        return Urgency.of(code)
                .orElseThrow(() -> malformed(
                        "urgency",
                        "urgency must be one of " + String.join(", ", words(Urgency.values(), Urgency::code))));
    }

    private interface Word<T> {
        String of(T value);
    }

    private static <T> Set<String> words(T[] values, Word<T> word) {
        return Arrays.stream(values).map(word::of).collect(Collectors.toSet());
    }

    private static RefusedException malformed(String member, String detail) {
        return new RefusedException(Refusal.MALFORMED, detail, Map.of("member", member));
    }
}
