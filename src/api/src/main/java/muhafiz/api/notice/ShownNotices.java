package muhafiz.api.notice;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import muhafiz.api.json.Shape;
import muhafiz.service.notice.Contact;
import muhafiz.service.notice.Delivery;
import muhafiz.service.notice.NoticeView;

/** A page of notices. */
record ShownNotices(Delivery.Page page) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("items", Shape.list(page.items().stream().map(Item::new).toList()))
                .add("next", Shape.text(page.next()))
                .build();
    }

    private record Item(NoticeView view) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", view.id().toString())
                    .add("template", view.template())
                    .add("version", view.version())
                    .add("language", view.language())
                    .add("subject", view.text().subject())
                    .add("text", view.text().body())
                    .add("state", view.state().code())
                    .add("queuedAt", view.queuedAt().toString())
                    .add("tries", view.tries())
                    .add("deliver", view.sendTo().isPresent() ? "send" : "show")
                    .add("sendTo", view.sendTo().map(Item::address).orElse(JsonValue.NULL))
                    .add("application", Shape.text(view.application()))
                    .add("unit", Shape.text(view.unit()))
                    .build();
        }

        private static JsonValue address(Contact contact) {
            return JSON.createObjectBuilder()
                    .add("email", Shape.text(contact.email()))
                    .add("phone", Shape.text(contact.phone()))
                    .build();
        }
    }
}
