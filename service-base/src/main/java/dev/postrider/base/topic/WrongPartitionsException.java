package dev.postrider.base.topic;

import dev.postrider.contracts.topic.Topics;

/** A topic has another partition count than declared: keys would fall elsewhere, so nothing may be read or written. */
public final class WrongPartitionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongPartitionsException(Topics topic, int found) {
        super("Topic %s has %d partitions, declared are %d. Create it anew or move its records before starting."
                .formatted(topic.topicName(), found, topic.partitions()));
    }
}
