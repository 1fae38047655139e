/** What nodes and services tell each other on the topic chat.control. */
@NullMarked
package dev.postrider.contracts.control;

import org.jspecify.annotations.NullMarked;
