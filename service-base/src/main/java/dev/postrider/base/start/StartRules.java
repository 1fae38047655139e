package dev.postrider.base.start;

import java.util.List;

/** Rules that a service's settings must keep in production; {@link SafeStart} asks every bean of this type. */
public interface StartRules {
    /** The settings that break a rule; empty where all is well. */
    List<Unsafe> broken();
}
