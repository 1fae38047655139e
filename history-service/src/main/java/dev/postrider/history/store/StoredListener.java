package dev.postrider.history.store;

/** Hears of every batch after its commit, on the ingest thread: must not block. Found by its type. */
public interface StoredListener {
    void onStored(Batch batch, BatchWriter.Outcome.Stored outcome);
}
