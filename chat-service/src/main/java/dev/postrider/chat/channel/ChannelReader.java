package dev.postrider.chat.channel;

/** Which channels are read from {@code chat.channels}. Calls come from the loop and return at once. */
public interface ChannelReader {
    /** Reads this channel from its present end on; {@code positioned} runs, on any thread, once that end is resolved. */
    void assign(int channel, Runnable positioned);

    void release(int channel);
}
