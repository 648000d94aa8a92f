package muhafiz.api.calendar;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.MonthDay;
import java.util.Set;
import muhafiz.api.json.Shape;
import muhafiz.domain.calendar.CalendarYear;

/** A year as it waits for its second person, or as it is loaded. */
record ShownYear(CalendarYear year, String state) implements Shape {
    @Override
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("year", year.year())
                .add("state", state)
                .add("daysOff", days(year.daysOff()))
                .add("extraWorkingDays", days(year.extraWorkingDays()))
                .build();
    }

    private JsonArray days(Set<MonthDay> days) {
        return Shape.texts(days.stream()
                .sorted()
                .map(day -> day.atYear(year.year()).toString())
                .toList());
    }
}
