package dev.postrider.chat.presence;

import jakarta.inject.Singleton;

/** What presence asks of others: who people are, and in whose company they are. */
@Singleton
record Around(Profiles profiles, Company company) {}
