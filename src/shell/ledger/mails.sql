-- What the first scheme had for messages knew no steps; nothing had been sent by then.
DROP VIEW v_mails;

-- Each step of a message on its way to one recipient.
CREATE VIEW v_mails AS
SELECT position,
    json_extract(body, '$.at') AS at,
    json_extract(body, '$.step') AS step,
    json_extract(body, '$.period') AS period,
    json_extract(body, '$.purpose') AS purpose,
    json_extract(body, '$.office') AS office,
    json_extract(body, '$.to') AS recipient,
    json_extract(body, '$.subject') AS subject,
    json_extract(body, '$.attachments') AS attachments,
    json_extract(body, '$.note') AS note,
    json_extract(body, '$.message') AS message,
    json_extract(body, '$.date') AS date,
    json_extract(body, '$.eml') AS eml,
    json_extract(body, '$.answer') AS answer,
    json_extract(body, '$.code') AS code
FROM events WHERE kind = 'mail';
