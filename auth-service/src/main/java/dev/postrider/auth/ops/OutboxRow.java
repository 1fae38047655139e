package dev.postrider.auth.ops;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A record for {@code chat.control} that stands in the database until the broker has it. */
@Entity
@Table(name = "outbox")
public class OutboxRow {
    @Id
    private String id;

    @Column(name = "record_key")
    private String recordKey;

    private byte[] payload;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected OutboxRow() {}

    OutboxRow(String id, String recordKey, byte[] payload) {
        this.id = id;
        this.recordKey = recordKey;
        this.payload = payload;
    }
}
