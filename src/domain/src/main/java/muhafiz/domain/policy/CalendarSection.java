package muhafiz.domain.policy;

import muhafiz.domain.calendar.HolidayRules;
import muhafiz.domain.calendar.WorkingCalendar;

/** The calendar of a policy: its loaded years, and the rules by which a further year is checked. */
record CalendarSection(WorkingCalendar calendar, HolidayRules rules) {}
