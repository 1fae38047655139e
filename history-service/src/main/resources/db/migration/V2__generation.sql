-- Which filling of these tables this is: one row. A rebuild puts tables of the next number in the place of all others
-- in one step; until held_until (epoch milliseconds of the database's clock) no batch is stored.
CREATE TABLE generation (
  id         INT NOT NULL,
  number     INT NOT NULL,
  held_until BIGINT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO generation (id, number, held_until) VALUES (1, 1, 0);
