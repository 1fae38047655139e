/** Pure rules for ids, bodies and limits; every part of the suite judges the same value alike. */
@NullMarked
package dev.postrider.contracts.rule;

import org.jspecify.annotations.NullMarked;
