package muhafiz.api.imports;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import muhafiz.api.json.Shape;
import muhafiz.service.imports.Flaw;
import muhafiz.service.imports.Imports;

/** A page of lines that are not taken in. */
record ShownFlaws(List<Imports.Numbered> flaws, int most) implements Shape {
    @Override
    public JsonObject json() {
        Optional<Integer> next = flaws.size() < most
                ? Optional.empty()
                : Optional.of(flaws.get(flaws.size() - 1).number());
        return JSON.createObjectBuilder()
                .add(
                        "items",
                        Shape.list(
                                flaws.stream().map(one -> new Shown(one.flaw())).toList()))
                .add("next", Shape.text(next))
                .build();
    }

    private record Shown(Flaw flaw) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("in", flaw.place())
                    .add("line", flaw.line())
                    .add("code", flaw.code())
                    .add("member", flaw.member())
                    .build();
        }
    }
}
