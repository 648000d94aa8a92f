package muhafiz.domain.policy;

/**
 * A unit of the service.
 *
 * @param id such as RD-3; the group itself where the unit is the only one
 * @param group what classes name as owner, such as RD
 * @param kind such as regional_department
 */
public record Unit(String id, String group, String kind, Footing footing) {}
