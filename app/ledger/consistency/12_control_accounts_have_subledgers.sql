-- Every posting on a control account names its subledger.
SELECT posting.gerai_id, 'posting ' || posting.entry_no || '/' || posting.line || ' on ' || posting.account || ' names no subledger' AS fault
FROM account
JOIN posting ON posting.gerai_id = account.gerai_id AND posting.account = account.code
WHERE account.control AND posting.subledger = ''
